package org.liptako.node.registry;

import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.registry.Timeline.Stretch;

/** Entries on what a State finds of copies. Only the home State and the one on whose soil the copy lies have a word on it; a copy that is permitted needs none. */
final class FindingEntries {
    private static final String PERMIT = "PERMIT";

    private final Timeline timeline;

    FindingEntries(Timeline timeline) {
        this.timeline = timeline;
    }

    void judged(Reading reading, CopyJudged event) {
        boolean concerned = Stream.of(event.dataset().home(), event.site().state())
                .flatMap(Optional::stream)
                .anyMatch(reading.saidBy()::equals);
        if (!concerned) {
            return;
        }
        StatementKey key = new StatementKey(
                StatementKind.FINDING, event.dataset().value(), event.site().value(), reading.saidBy());
        if (event.verdict().equals(PERMIT)) {
            timeline.end(reading.handle(), key, reading.since(), reading.recordedAt());
        } else {
            CopyFinding finding = new CopyFinding(
                    event.verdict(), event.cause(), event.ruleSet(), event.rules(), event.words(), event.moveBy());
            timeline.state(reading.handle(), key, Stretch.from(reading.since()), reading.lastWord(finding));
        }
    }
}
