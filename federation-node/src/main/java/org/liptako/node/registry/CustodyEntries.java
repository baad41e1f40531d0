package org.liptako.node.registry;

import org.liptako.node.journal.event.CustodyDisputed;
import org.liptako.node.journal.event.CustodyRestored;
import org.liptako.node.registry.Timeline.Stretch;

/**
 * Entries on whose custody of copies is disputed. Every State says for itself whom it believes; the copies' own statements stay as they are, so that a dispute
 * that ends leaves no trace on them.
 */
final class CustodyEntries {
    private final Timeline timeline;

    CustodyEntries(Timeline timeline) {
        this.timeline = timeline;
    }

    void disputed(Reading reading, CustodyDisputed event) {
        state(
                reading,
                new CustodyState(event.state(), true, event.cause(), event.trustState(), event.node(), event.words()));
    }

    void restored(Reading reading, CustodyRestored event) {
        state(
                reading,
                new CustodyState(event.state(), false, event.cause(), event.trustState(), event.node(), event.words()));
    }

    private void state(Reading reading, CustodyState custody) {
        String place = custody.node() == null ? "" : custody.node();
        StatementKey key =
                new StatementKey(StatementKind.CUSTODY, custody.state().name(), place, reading.saidBy());
        timeline.state(reading.handle(), key, Stretch.from(reading.since()), reading.lastWord(custody));
    }
}
