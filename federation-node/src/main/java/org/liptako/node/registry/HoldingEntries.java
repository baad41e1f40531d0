package org.liptako.node.registry;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.registry.Timeline.Stretch;

/**
 * Entries on where stores and journals differ. A State has a word on the sites of its soil, and on what it has given elsewhere under its own grants
 * and was not sealed there so, or that it has challenged elsewhere.
 */
final class HoldingEntries {
    private static final Set<HoldingCause> OF_WHAT_WAS_GIVEN =
            EnumSet.of(HoldingCause.NEVER_SEALED, HoldingCause.GIVEN_OTHERWISE);

    private final Timeline timeline;

    HoldingEntries(Timeline timeline) {
        this.timeline = timeline;
    }

    void found(Reading reading, HoldingFound event) {
        if (hasAWord(reading, event.finding())) {
            timeline.state(
                    reading.handle(),
                    HoldingStatements.key(event.finding(), reading.saidBy()),
                    Stretch.from(reading.since()),
                    reading.lastWord(new HoldingWord(event.finding(), event.files())));
        }
    }

    void cleared(Reading reading, HoldingFinding finding) {
        if (hasAWord(reading, finding)) {
            timeline.end(
                    reading.handle(),
                    HoldingStatements.key(finding, reading.saidBy()),
                    reading.since(),
                    reading.recordedAt());
        }
    }

    private static boolean hasAWord(Reading reading, HoldingFinding finding) {
        GrantSerial grant = finding.grant();
        boolean gaveIt = OF_WHAT_WAS_GIVEN.contains(finding.cause())
                && grant != null
                && grant.home().equals(Optional.of(reading.saidBy()));
        boolean challengedIt = finding.cause() == HoldingCause.CHALLENGE_FAILED && finding.grant() == null;
        return gaveIt || challengedIt || finding.site().state().equals(Optional.of(reading.saidBy()));
    }
}
