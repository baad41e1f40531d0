package org.liptako.node.exchange.serving;

import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.State;

/**
 * Says whether chunks may be given under a grant that has ended: to a copy that was sealed under it, that home and host both still record
 * there, and that the host's journal calls damaged. What may lie there may be made whole there. Thread-safe.
 */
final class RepairRight {
    private final Registry registry;

    RepairRight(Registry registry) {
        this.registry = registry;
    }

    boolean covers(ExchangeGrant grant, DatasetVersion version) {
        List<ReplicaStatement> words = registry.replicas(version.dataset()).stream()
                .filter(copy -> copy.site().equals(grant.targetSite()))
                .filter(copy -> grant.serial().equals(copy.state().grant())
                        && version.root().equals(copy.state().versionRoot()))
                .toList();
        Optional<State> host = grant.targetSite().state();
        boolean damaged = words.stream()
                .anyMatch(copy -> host.equals(Optional.of(copy.source().saidBy()))
                        && copy.state().status() == ReplicaStatus.UNPROVEN);
        boolean known = words.stream()
                .anyMatch(copy -> copy.source().saidBy() == grant.home()
                        && (copy.state().status() == ReplicaStatus.SEALED
                                || copy.state().status() == ReplicaStatus.UNPROVEN));
        boolean faulted = registry.findings(List.of(version.dataset())).stream()
                .anyMatch(finding -> finding.site().equals(grant.targetSite())
                        && !finding.finding().isUndecided());
        return damaged && known && !faulted;
    }
}
