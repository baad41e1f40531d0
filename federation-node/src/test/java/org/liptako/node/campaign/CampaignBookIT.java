package org.liptako.node.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.exchange.pace.PaceForecast;
import org.liptako.node.exchange.pace.PaceLimitStore;
import org.liptako.node.exchange.pace.PaceLimits;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.CampaignCopy;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CampaignOpened;
import org.liptako.node.journal.event.CampaignPaused;
import org.liptako.node.journal.event.CampaignPlanned;
import org.liptako.node.journal.event.CarryingMeans;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.PlannedCopy;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.placement.duty.DutyProjection;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.pki.name.State;

/** When copies will be home: those of all campaigns of a State together, for they share its links. */
class CampaignBookIT {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final CampaignId FIRST = new CampaignId("ML-A-2026");
    private static final CampaignId URGENT = new CampaignId("ML-B-2026");
    private static final Instant MARCH = Instant.parse("2027-03-01T00:00:00Z");
    private static final Instant JANUARY = Instant.parse("2027-01-01T00:00:00Z");
    private static final long GB_A_SECOND = 1_000_000_000L;

    private final TestDatabase database = TestDatabase.fresh();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Journal journal = new Journal(
            database.jdbi(),
            State.ML,
            clock,
            List.of(new RegistryProjection(), new DutyProjection(), new CampaignProjection()));
    private final Registry registry = new Registry(database.jdbi(), State.ML, clock);
    private final CampaignBook book = new CampaignBook(
            database.jdbi(),
            State.ML,
            registry,
            new Deadlines(registry, new Duties(database.jdbi(), clock)),
            new HomeEnds(new PaceForecast(
                    new PaceLimits(List.of(), ZoneOffset.UTC, new PaceLimitStore(database.jdbi()), clock))),
            new WorkStore(),
            clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void copiesOfSeveralCampaignsComeOneAfterTheOtherTheEarliestDeadlineFirst() {
        open(FIRST, MARCH, 1, 100);
        open(URGENT, JANUARY, 101, 50);
        plan(FIRST, GB_A_SECOND);

        assertThat(end(URGENT)).as("by the other's plan, for it has none").contains(NOW.plusSeconds(50));
        assertThat(end(FIRST)).contains(NOW.plusSeconds(150));
        assertThat(book.of(State.ML))
                .extracting(view -> view.total().expectedEnd())
                .containsOnlyOnce(end(FIRST));

        journal.append(new CampaignPaused(journal.now(), URGENT, true, "ML officer x", null));
        assertThat(end(URGENT)).as("nobody knows when it goes on").isEmpty();
        assertThat(end(FIRST)).as("what is held keeps nobody waiting").contains(NOW.plusSeconds(100));
    }

    @Test
    void whatItTakesToReadCampaignsDoesNotGrowWithTheirCopies() {
        open(FIRST, MARCH, 1, 1);
        int ofOne = statements();
        CampaignId many = new CampaignId("ML-C-2026");
        journal.append(new CampaignOpened(
                journal.now(),
                many,
                "Retour",
                IntStream.range(200, 400)
                        .mapToObj(number -> copy(number, 1, MARCH))
                        .toList(),
                "ML officer x"));

        assertThat(statements() - ofOne)
                .as("the other campaign's words and signatures")
                .isEqualTo(2);
    }

    @Test
    void theRateIsThatOfTheCopiesThatHaveCome() {
        RepatriatedCopy come = new RepatriatedCopy(
                FIRST,
                RegistryFixture.HEALTH,
                RegistryFixture.ABROAD,
                "Ministère",
                OptionalLong.of(1),
                Optional.empty(),
                Optional.of(new CampaignPlace(RegistryFixture.BAMAKO, 1, CarryingMeans.WIRE)),
                Optional.of(new Arrival("d", "l", CampaignSteps.LISTED, NOW, "ML operator ML-BKO-1 1")),
                Optional.of(new ProvedCopy(RegistryFixture.SERIAL, RegistryFixture.VERSION, 1, 5 * GB_A_SECOND, NOW)),
                Optional.of(NOW.plus(Duration.ofSeconds(100))),
                Optional.empty(),
                Optional.empty());
        open(FIRST, MARCH, 1, 1);
        List<Campaign> campaigns = List.of(book.get(FIRST).campaign());

        assertThat(HomeRate.of(List.of(come), campaigns)).containsEntry(FIRST, new HomeRate(50_000_000, true));
        assertThat(HomeRate.of(List.of(), campaigns)).containsEntry(FIRST, new HomeRate(0, false));
    }

    private Optional<Instant> end(CampaignId campaign) {
        return book.get(campaign).total().expectedEnd();
    }

    private int statements() {
        AtomicInteger statements = new AtomicInteger();
        database.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        });
        book.of(State.ML);
        return statements.get();
    }

    private void open(CampaignId id, Instant deadline, int number, long sizeGb) {
        journal.append(new CampaignOpened(
                journal.now(), id, "Retour", List.of(copy(number, sizeGb, deadline)), "ML officer x"));
    }

    private void plan(CampaignId id, long rate) {
        List<PlannedCopy> copies = List.of(
                new PlannedCopy(dataset(1), RegistryFixture.ABROAD, RegistryFixture.BAMAKO, 1, CarryingMeans.WIRE));
        journal.append(new CampaignPlanned(journal.now(), id, copies, rate, "ML operator ML-BKO-1 1"));
    }

    private static CampaignCopy copy(int number, long sizeGb, Instant deadline) {
        return new CampaignCopy(dataset(number), RegistryFixture.ABROAD, "Ministère", sizeGb, deadline);
    }

    private static DatasetId dataset(int number) {
        return new DatasetId("ML-DS-%03d".formatted(number));
    }
}
