package org.liptako.node.registry;

import java.util.Optional;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.SiteReached;
import org.liptako.node.journal.event.SiteUnreachable;
import org.liptako.node.registry.Timeline.Stretch;
import org.liptako.pki.name.SiteId;

/** Entries on challenges. A State has a word on what it has challenged on others' soil, and on whether it reaches it; none on its own. */
final class ChallengeEntries {
    private final Timeline timeline;

    ChallengeEntries(Timeline timeline) {
        this.timeline = timeline;
    }

    void challenged(Reading reading, CopyChallenged event) {
        if (isElsewhere(reading, event.site())) {
            timeline.state(
                    reading.handle(),
                    ChallengeStatements.key(event.dataset(), event.site(), reading.saidBy()),
                    Stretch.from(reading.since()),
                    reading.lastWord(event));
        }
    }

    void unreachable(Reading reading, SiteUnreachable event) {
        if (isElsewhere(reading, event.site())) {
            timeline.state(
                    reading.handle(),
                    ChallengeStatements.reach(event.site(), reading.saidBy()),
                    Stretch.from(reading.since()),
                    reading.lastWord(event));
        }
    }

    void reached(Reading reading, SiteReached event) {
        if (isElsewhere(reading, event.site())) {
            timeline.end(
                    reading.handle(),
                    ChallengeStatements.reach(event.site(), reading.saidBy()),
                    reading.since(),
                    reading.recordedAt());
        }
    }

    private static boolean isElsewhere(Reading reading, SiteId site) {
        return !site.state().equals(Optional.of(reading.saidBy()));
    }
}
