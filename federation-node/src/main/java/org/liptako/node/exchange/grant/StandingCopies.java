package org.liptako.node.exchange.grant;

import java.util.List;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.registry.CustodyStatement;
import org.liptako.node.registry.FindingStatement;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;

/**
 * The copies in good standing, as the journals known here say: proved by the word of the State on whose soil they lie, and neither home nor
 * host finds fault with them, home's challenge of them has not failed, nor does any State dispute their custody. Thread-safe.
 */
public final class StandingCopies {
    private final Registry registry;

    public StandingCopies(Registry registry) {
        this.registry = registry;
    }

    /** Those of a version: the very same bytes. */
    public List<ReplicaStatement> of(DatasetVersion version) {
        List<FindingStatement> findings = registry.findings(List.of(version.dataset()));
        List<CustodyStatement> disputes = registry.disputes();
        List<ReplicaStatement> words = registry.replicas(version.dataset());
        return words.stream()
                .filter(copy -> copy.authoritative() && copy.state().status() == ReplicaStatus.SEALED)
                .filter(copy -> !copy.isDoubtedAtHome(words))
                .filter(copy -> version.root().equals(copy.state().versionRoot()))
                .filter(copy -> findings.stream().noneMatch(finding -> finding.concerns(copy)))
                .filter(copy -> disputes.stream().noneMatch(dispute -> dispute.concerns(copy)))
                .toList();
    }
}
