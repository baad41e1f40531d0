package org.liptako.node.registry;

import java.time.Instant;
import java.util.Optional;
import org.liptako.node.journal.event.AuthorisationRecorded;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.IncidentDeclared;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.RetentionRecorded;
import org.liptako.node.registry.Timeline.Stretch;

/** Entries of the registers that a State keeps. One on another State's dataset is passed over, but for authorisations: these are the authority's own. */
final class RegisterEntries {
    static final String GRANTED = "GRANTED";
    static final String EXPIRED = "EXPIRED";

    private final Timeline timeline;

    RegisterEntries(Timeline timeline) {
        this.timeline = timeline;
    }

    void declared(Reading reading, RegisterDeclared event) {
        state(reading, new StatementKey(StatementKind.REGISTER, event.register().name(), reading.saidBy()), event);
    }

    /** The status holds for its term, for good where it has none; a permission that has run out is expired from then on, up to the next ruling. */
    void authorisation(Reading reading, AuthorisationRecorded event) {
        StatementKey key = new StatementKey(
                StatementKind.AUTHORISATION,
                event.dataset().value(),
                placeOf(event.operation(), event.destination()),
                reading.saidBy());
        Instant from = Timeline.within(event.from());
        Instant until = Optional.ofNullable(event.until()).map(Timeline::within).orElse(null);
        if (until == null) {
            timeline.state(reading.handle(), key, Stretch.from(from), reading.lastWord(event.status()));
        } else if (from.isBefore(until)) {
            Optional<Instant> next = timeline.nextStart(reading.handle(), key, until);
            timeline.state(reading.handle(), key, new Stretch(from, until), reading.lastWord(event.status()));
            if (event.status().equals(GRANTED) && !next.equals(Optional.of(until))) {
                timeline.state(reading.handle(), key, new Stretch(until, next.orElse(null)), reading.lastWord(EXPIRED));
            }
        }
    }

    void hold(Reading reading, HoldRecorded event) {
        ofDataset(reading, StatementKind.HOLD, event.dataset(), event);
    }

    void retention(Reading reading, RetentionRecorded event) {
        ofDataset(reading, StatementKind.RETENTION, event.dataset(), event);
    }

    /** An incident holds from its first instant, which the State may learn late. */
    void incident(Reading reading, IncidentDeclared event) {
        StatementKey key =
                new StatementKey(StatementKind.INCIDENT, reading.saidBy().name(), reading.saidBy());
        Instant from = event.declared() ? reading.noLater(event.since()) : reading.since();
        timeline.state(reading.handle(), key, Stretch.from(from), reading.lastWord(event));
    }

    static String placeOf(String operation, Country destination) {
        return operation + "/" + destination;
    }

    private void ofDataset(Reading reading, StatementKind kind, DatasetId dataset, Object value) {
        if (reading.isHomeOf(dataset)) {
            state(reading, new StatementKey(kind, dataset.value(), reading.saidBy()), value);
        }
    }

    private void state(Reading reading, StatementKey key, Object value) {
        timeline.state(reading.handle(), key, Stretch.from(reading.since()), reading.lastWord(value));
    }
}
