package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.OUAGADOUGOU;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.Registers;
import org.liptako.node.registry.Registry;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

class RememberedKnowledgeTest {
    private static final Jdbi NO_DATABASE = Jdbi.create(() -> {
        throw new SQLException("There is no database here.");
    });
    private static final Known KNOWN = new Known(
            new KnownDataset(
                    new Dataset(
                            AGGREGATED_HEALTH,
                            State.ML,
                            new Sentence("Jeu", "Dataset"),
                            "Ministère",
                            null,
                            List.of(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    false),
            new KnownPlace(
                    new Site(
                            OUAGADOUGOU,
                            Country.of(State.BF),
                            "Ville",
                            "Site",
                            12.5,
                            -8,
                            "invented",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null),
                    OptionalLong.empty(),
                    false),
            Map.of());

    private final HandSetClock clock = new HandSetClock();
    private final Deque<Runnable> beside = new ArrayDeque<>();

    @Test
    void asksOnceForAllThatIsAskedWithinASecond() {
        CountingKnowledge registry = new CountingKnowledge();
        RememberedKnowledge remembered = new RememberedKnowledge(registry, clock, beside::add);

        ask(remembered);
        ask(remembered);
        assertThat(registry.asked).isEqualTo(1);

        clock.now = clock.now.plusSeconds(1);
        ask(remembered);
        assertThat(registry.asked).isEqualTo(2);
    }

    @Test
    void aSilentRegistryIsLeftAloneForAWhileAndThenAskedAgain() {
        CountingKnowledge registry = new CountingKnowledge();
        RememberedKnowledge remembered = new RememberedKnowledge(registry, clock, beside::add);
        ask(remembered);
        registry.silent = true;

        for (int second = 1; second <= 10; second++) {
            clock.now = clock.now.plusSeconds(1);
            ask(remembered);
        }
        assertThat(registry.asked).isEqualTo(2);

        registry.silent = false;
        clock.now = clock.now.plusSeconds(10);
        ask(remembered);
        assertThat(registry.asked).isEqualTo(3);
    }

    @Test
    void aClockPutBackMakesNoAnswerFresh() {
        CountingKnowledge registry = new CountingKnowledge();
        RememberedKnowledge remembered = new RememberedKnowledge(registry, clock, beside::add);
        ask(remembered);

        clock.now = clock.now.minus(Duration.ofHours(1));
        ask(remembered);

        assertThat(registry.asked).isEqualTo(2);
    }

    @Test
    void whatIsFreshIsGivenWithoutAskingAndIsRenewedBeforeItIsStale() {
        CountingKnowledge registry = new CountingKnowledge();
        RememberedKnowledge remembered = new RememberedKnowledge(registry, clock, beside::add);
        assertThat(fresh(remembered)).isEmpty();
        ask(remembered);

        clock.now = clock.now.plusMillis(900);
        assertThat(fresh(remembered)).isPresent();
        assertThat(fresh(remembered)).isPresent();
        assertThat(registry.asked).isEqualTo(1);
        assertThat(beside).hasSize(1);
        beside.remove().run();
        assertThat(registry.asked).isEqualTo(2);

        clock.now = clock.now.plusMillis(400);
        assertThat(fresh(remembered)).isPresent();
        assertThat(beside).isEmpty();
        clock.now = clock.now.plusMillis(600);
        assertThat(fresh(remembered)).isEmpty();
    }

    @Test
    void nothingIsFreshOnceSomethingIsJournaled() {
        RememberedKnowledge remembered = new RememberedKnowledge(new CountingKnowledge(), clock, beside::add);
        ask(remembered);

        remembered.forget();

        assertThat(fresh(remembered)).isEmpty();
    }

    private static Optional<Known> fresh(RememberedKnowledge remembered) {
        return remembered.fresh(AGGREGATED_HEALTH, OUAGADOUGOU, "REPLICATE");
    }

    private static void ask(RememberedKnowledge remembered) {
        assertThat(remembered.of(AGGREGATED_HEALTH, OUAGADOUGOU, "REPLICATE")).isNotNull();
    }

    /** Answers from nowhere, and counts. */
    private final class CountingKnowledge extends Knowledge {
        private int asked;
        private boolean silent;

        CountingKnowledge() {
            super(new Registry(NO_DATABASE, State.ML, clock), new Registers(NO_DATABASE, clock));
        }

        @Override
        Known advised(DatasetId id, SiteId site, String operation, Instant at) {
            asked++;
            if (silent) {
                throw new ConnectionException(new SQLException("no answer"));
            }
            return KNOWN;
        }
    }

    private static final class HandSetClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T06:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
