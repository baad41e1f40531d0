package org.liptako.node.registry;

import java.time.Instant;
import java.util.Optional;
import org.liptako.pki.name.SiteId;

/** That something began to be so of a copy. */
public sealed interface HistoryStep {
    /** Where that copy lies, lay or would lie. */
    SiteId site();

    /** Who says so, in which entry, and since when it is so. */
    Source source();

    /**
     * The copy began to stand otherwise.
     *
     * @param copy as it stands from then on, by the State with the last word on it
     * @param before how that State said until then that it stood; empty where it said nothing
     */
    record Stood(ReplicaStatement copy, Optional<ReplicaStatus> before) implements HistoryStep {
        @Override
        public SiteId site() {
            return copy.site();
        }

        @Override
        public Source source() {
            return copy.source();
        }
    }

    /** A State has challenged the copy. */
    record Challenged(ChallengeStatement challenge) implements HistoryStep {
        @Override
        public SiteId site() {
            return challenge.result().site();
        }

        @Override
        public Source source() {
            return challenge.source();
        }
    }

    /**
     * A State has found that the copy may not lie where it does, or cannot tell.
     *
     * @param until when it found so no longer; empty if it still did
     */
    record Found(FindingStatement finding, Optional<Instant> until) implements HistoryStep {
        @Override
        public SiteId site() {
            return finding.site();
        }

        @Override
        public Source source() {
            return finding.source();
        }
    }
}
