package org.liptako.node.possession.challenge;

import java.util.Optional;
import java.util.Set;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.State;

/**
 * Says who may challenge copies of a version: the home State of the dataset; and, unless the dataset is secret or nothing is known of it, a State that itself
 * holds a proved copy of the same version. Both sides ask. Thread-safe.
 */
final class ChallengeRight {
    private static final Set<String> HOME_ONLY = Set.of("SECRET", "TOP_SECRET");

    private final Registry registry;

    ChallengeRight(Registry registry) {
        this.registry = registry;
    }

    boolean covers(DatasetVersion version, State challenger) {
        return version.dataset().home().equals(Optional.of(challenger))
                || (isOpenToHolders(version) && holds(version, challenger));
    }

    private boolean isOpenToHolders(DatasetVersion version) {
        return registry.dataset(version.dataset())
                .map(Dataset::classification)
                .filter(classification -> !HOME_ONLY.contains(classification))
                .isPresent();
    }

    private boolean holds(DatasetVersion version, State challenger) {
        return registry.replicas(version.dataset()).stream()
                .anyMatch(copy -> copy.authoritative()
                        && copy.state().status() == ReplicaStatus.SEALED
                        && version.root().equals(copy.state().versionRoot())
                        && copy.site().state().equals(Optional.of(challenger)));
    }
}
