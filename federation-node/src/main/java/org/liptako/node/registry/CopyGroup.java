package org.liptako.node.registry;

import java.util.Optional;
import java.util.Set;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Copies that are counted together, and listed: one condition for both, so that a list has as many as were counted. */
public sealed interface CopyGroup {
    /** Those at a site that stand so, by the word of the State with the last one. */
    record Standing(SiteId site, Set<ReplicaStatus> statuses) implements CopyGroup {
        public Standing {
            statuses = Set.copyOf(statuses);
        }
    }

    /** Those that are there, and of which States have found so: of one State's data, or at one site; empty = any. */
    record Found(FindingKind kind, Optional<State> home, Optional<SiteId> site) implements CopyGroup {
        /** Wherever they lie, whosever they are. */
        public static Found any(FindingKind kind) {
            return new Found(kind, Optional.empty(), Optional.empty());
        }
    }

    /** Those that are there, at sites of these States. */
    record LyingWith(Set<State> keepers) implements CopyGroup {
        public LyingWith {
            keepers = Set.copyOf(keepers);
        }
    }
}
