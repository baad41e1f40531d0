package org.liptako.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.MORNING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.event.AuthorisationRecorded;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.IncidentDeclared;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.pki.name.State;

class RegistersIT {
    private static final Country HOST = Country.of(State.BF);

    private final TestDatabase database = TestDatabase.fresh();
    private final RegistryProjection projection = new RegistryProjection();
    private final Registers registers = new Registers(database.jdbi(), Clock.fixed(day(20), ZoneOffset.UTC));
    private long entries;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aWithdrawalWithoutATermEndsAPermissionThatIsYetToBegin() {
        rule("GRANTED", day(10), day(30));
        rule("WITHDRAWN", day(2), null);

        assertThat(status(day(5))).hasValue("WITHDRAWN");
        assertThat(status(day(15))).hasValue("WITHDRAWN");
        assertThat(status(day(40))).hasValue("WITHDRAWN");
    }

    @Test
    void aPermissionThatHasRunOutIsExpiredUpToTheNextRuling() {
        rule("GRANTED", day(10), day(20));
        rule("GRANTED", day(1), day(5));
        assertThat(status(day(4))).hasValue("GRANTED");
        assertThat(status(day(5))).hasValue("EXPIRED");
        assertThat(status(day(10))).hasValue("GRANTED");
        assertThat(status(day(20))).hasValue("EXPIRED");
    }

    @Test
    void aRulingThatFollowsAtOnceIsNotTakenForExpired() {
        rule("GRANTED", day(5), day(10));
        rule("GRANTED", day(1), day(5));

        assertThat(status(day(5))).hasValue("GRANTED");
    }

    @Test
    void aTermThatShortensAnotherLeavesNothingOfItBehind() {
        rule("GRANTED", day(1), null);
        rule("GRANTED", day(2), day(5));

        assertThat(status(day(5))).hasValue("EXPIRED");
    }

    @Test
    void aTermWithoutAnInstantInItSaysNothing() {
        rule("GRANTED", day(5), day(5));
        rule("GRANTED", day(5), day(4));

        assertThat(status(day(5))).isEmpty();
    }

    @Test
    void aHoldPlacedLastHoldsThoughAnotherNodesClockWasAhead() {
        say(new HoldRecorded(day(3), HEALTH, false, "lifted"), day(3));
        say(new HoldRecorded(day(2), HEALTH, true, "placed again"), day(4));

        assertThat(registers.hold(HEALTH, day(5))).hasValue(true);
    }

    @Test
    void anIncidentThatIsLearntLateIsGoingOnNow() {
        say(new IncidentDeclared(day(5), false, day(5), "ended"), day(5));
        say(new IncidentDeclared(day(7), true, day(3), "began on day 3"), day(7));

        assertThat(registers.incident(State.ML, day(8))).hasValue(true);
        assertThat(registers.incidentDays(State.ML, day(8))).hasValue(5L);
    }

    private void rule(String status, Instant from, @Nullable Instant until) {
        say(new AuthorisationRecorded(day(0), HEALTH, "REPLICATE", HOST, status, from, until, "reference"), day(0));
    }

    private Optional<String> status(Instant at) {
        return registers.authorisation(State.ML, HEALTH, "REPLICATE", HOST, at);
    }

    private void say(JournalEvent event, Instant recordedAt) {
        database.jdbi().useTransaction(handle -> projection.apply(handle, State.ML, entries++, event, recordedAt));
    }

    private static Instant day(int day) {
        return MORNING.plus(Duration.ofDays(day));
    }
}
