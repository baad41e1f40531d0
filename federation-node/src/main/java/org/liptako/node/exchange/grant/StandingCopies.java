package org.liptako.node.exchange.grant;

import java.util.Comparator;
import java.util.List;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.registry.CustodyStatement;
import org.liptako.node.registry.FindingStatement;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;

/**
 * The copies in good standing, as the journals known here say: proved by the word of the State on whose soil they lie, and neither home nor
 * host finds fault with them, nor does any State dispute their custody. Those of which home's challenge has failed come last and are not left
 * out: one of them may be the last, whose chunks are proved one by one by the manifest. Thread-safe.
 */
public final class StandingCopies {
    private final Registry registry;

    public StandingCopies(Registry registry) {
        this.registry = registry;
    }

    /** Those of a version: the very same bytes; those that home doubts last. */
    public List<ReplicaStatement> of(DatasetVersion version) {
        List<FindingStatement> findings = registry.findings(List.of(version.dataset()));
        List<CustodyStatement> disputes = registry.disputes();
        List<ReplicaStatement> words = registry.replicas(version.dataset());
        return words.stream()
                .filter(copy -> copy.authoritative() && copy.state().status() == ReplicaStatus.SEALED)
                .filter(copy -> version.root().equals(copy.state().versionRoot()))
                .filter(copy -> findings.stream().noneMatch(finding -> finding.concerns(copy)))
                .filter(copy -> disputes.stream().noneMatch(dispute -> dispute.concerns(copy)))
                .sorted(Comparator.comparing((ReplicaStatement copy) -> copy.isDoubtedAtHome(words)))
                .toList();
    }
}
