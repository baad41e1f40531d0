package org.liptako.node.operations.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.liptako.node.operations.availability.TrialSite.BAMAKO;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.JournalReplay;
import org.liptako.node.journal.event.AvailabilityMeasured;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.MaintenanceAnnounced;
import org.liptako.node.journal.event.MaintenanceId;
import org.liptako.node.journal.event.ServiceFigures;
import org.liptako.node.journal.event.SiteAvailability;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Months of service, on a clock that the test moves and a real database. */
@Timeout(120)
class AvailabilityIT {
    private static final SiteId OUAGADOUGOU = TrialRegion.capital(State.BF);
    private static final SiteId NIAMEY = TrialRegion.capital(State.NE);
    private static final long HOUR = 3_600;

    private final TrialSite site = new TrialSite("2026-09-01T00:00:00Z");

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aProcessThatWasKilledHasNotServedFromItsLastLookToTheNextStart() {
        site.process(1).lives(10);
        site.clock.advance(Duration.ofMinutes(90));

        TrialSite.OneProcess again = site.process(1).lives(5);

        assertThat(again.of(BAMAKO, "2026-09"))
                .isEqualTo(new ServiceFigures(59_400, 15 * HOUR, 0, 5_400, 0, 0, 0, 1, 5_400));
        assertThat(again.of(NIAMEY, "2026-09").unknown())
                .as("nobody here has looked at the peer meanwhile")
                .isEqualTo(5_400);
    }

    @Test
    void aLookThatCouldNotBeWrittenDownWasNone() {
        TrialSite.OneProcess process = site.process(1).lives(3);
        site.database.jdbi().useHandle(handle -> handle.execute("ALTER TABLE availability_span RENAME TO away"));
        site.clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> process.lives(0)).isInstanceOf(RuntimeException.class);
        site.database.jdbi().useHandle(handle -> handle.execute("ALTER TABLE away RENAME TO availability_span"));
        site.clock.advance(Duration.ofHours(1));
        process.lives(1);

        assertThat(process.of(BAMAKO, "2026-09").silent()).isEqualTo(2 * HOUR);
    }

    @Test
    void ofTwoLooksThatDifferTheWorseSpeaksForTheTimeBetween() {
        TrialSite.OneProcess process = site.process(1).lives(2).ready(false).lives(0);
        site.clock.advance(Duration.ofHours(1));
        process.lives(0).ready(true);
        site.clock.advance(Duration.ofHours(1));
        process.lives(2);

        assertThat(process.of(BAMAKO, "2026-09"))
                .isEqualTo(new ServiceFigures(6 * HOUR, 4 * HOUR, 2 * HOUR, 0, 0, 0, 0, 1, 2 * HOUR));
    }

    @Test
    void whileOneProcessOfTheSiteServesTheSiteDoes() {
        TrialSite.OneProcess first = site.process(1).lives(4);
        TrialSite.OneProcess second = site.process(2).lives(0);
        first.ready(false).lives(0);
        second.lives(20);

        assertThat(second.of(BAMAKO, "2026-09").unavailable()).isZero();
        assertThat(second.spans.othersServing(site.clock.instant().minus(Duration.ofHours(1))))
                .isEmpty();
        assertThat(first.spans.othersServing(site.clock.instant())).containsExactly(2);
    }

    @Test
    void whereNoPeerAnswersNothingIsConcludedOfAnyAndOneThatIsSilentAloneIs() {
        site.answer(State.NE, Outcome.UNREACHABLE);
        TrialSite.OneProcess process = site.process(1).lives(3);
        site.answer(State.BF, Outcome.UNREACHABLE);
        process.lives(4);
        site.answer(State.BF, Outcome.REFUSED);
        process.lives(2);

        ServiceFigures niamey = process.of(NIAMEY, "2026-09");
        assertThat(niamey.silent()).as("alone").isEqualTo(5 * HOUR);
        assertThat(niamey.unknown()).as("all at once").isEqualTo(4 * HOUR);
        ServiceFigures ouagadougou = process.of(OUAGADOUGOU, "2026-09");
        assertThat(ouagadougou.unavailable()).isZero();
        assertThat(ouagadougou.refused()).isEqualTo(2 * HOUR);
    }

    @Test
    void whatIsAnnouncedBeforeIsKeptApartAndTakenBackCountsAgain() {
        TrialSite.OneProcess process = site.process(1).lives(1);
        Announcement night = site.maintenance.announce(in(2), in(6), "onduleur");
        process.lives(1);
        site.clock.advance(Duration.ofHours(3));
        site.maintenance.cancel(night.id());
        site.clock.advance(Duration.ofHours(2));
        process.lives(1);

        ServiceFigures figures = process.of(BAMAKO, "2026-09");
        assertThat(figures.planned())
                .as("from its begin to its being taken back")
                .isEqualTo(2 * HOUR);
        assertThat(figures.silent()).as("an hour before, two after").isEqualTo(3 * HOUR);
        assertThat(site.maintenance.list(false)).isEmpty();
        assertThat(site.maintenance.list(true)).hasSize(1);
        assertThatThrownBy(() -> site.maintenance.cancel(night.id()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("there is nothing to cancel");
    }

    @Test
    void whatIsAnnouncedAfterwardsOrTooLateIsRefusedAndCountsForNothingWhereAJournalSaysIt() {
        assertThatThrownBy(() -> site.maintenance.announce(in(-3), in(1), "panne"))
                .hasMessageContaining("What is not announced before counts as an outage");
        assertThatThrownBy(() -> site.maintenance.announce(in(0), in(1), "panne"))
                .hasMessageStartingWith("INVALID_REQUEST");
        assertThatThrownBy(() -> site.maintenance.announce(in(2), in(2 + 8 * 24), "longue"))
                .hasMessageContaining("seven days");
        assertThatThrownBy(() -> site.maintenance.announce(in(2), in(3), "deux\nlignes"))
                .hasMessageContaining("one line");

        TrialSite.OneProcess process = site.process(1).lives(1);
        site.answer(State.NE, Outcome.UNREACHABLE);
        process.lives(4);
        Instant late = site.clock.instant();
        hears(
                State.NE,
                new MaintenanceAnnounced(
                        late.minus(Duration.ofDays(9)),
                        new MaintenanceId("NE-M-0123456789ab"),
                        NIAMEY,
                        late.minus(Duration.ofHours(4)),
                        late.plus(Duration.ofHours(2)),
                        "après coup"));
        process.lives(4);

        ServiceFigures niamey = process.of(NIAMEY, "2026-09");
        assertThat(niamey.planned()).as("from when it was read here").isEqualTo(2 * HOUR);
        assertThat(niamey.silent()).isEqualTo(6 * HOUR);
    }

    @Test
    void aMonthIsSaidOnceWhicheverProcessComesFirst() {
        TrialSite.OneProcess first = site.process(1);
        TrialSite.OneProcess second = site.process(2);
        first.lives(30 * 24 + 1);

        first.word.say();
        second.word.say();
        first.word.say();

        assertThat(said()).singleElement().satisfies(word -> {
            assertThat(word.month()).isEqualTo("2026-09");
            assertThat(word.sites()).extracting(SiteAvailability::site).containsExactly(BAMAKO, OUAGADOUGOU, NIAMEY);
            assertThat(word.sites().getFirst().figures().serving()).isEqualTo(30 * 24 * HOUR);
        });
    }

    @Test
    void monthsAtWhoseEndNobodyLivedAreSaidAtTheNextStartAsNotServed() {
        site.process(1).lives(29 * 24);
        site.clock.set(Instant.parse("2026-12-03T08:00:00Z"));

        site.process(1).lives(1).word.say();

        assertThat(said()).extracting(AvailabilityMeasured::month).containsExactly("2026-09", "2026-10", "2026-11");
        assertThat(said())
                .extracting(word -> word.sites().getFirst().figures().unavailable() / HOUR)
                .containsExactly(24L, 31L * 24, 30L * 24);
        assertThat(said().get(1).sites().get(1).figures())
                .as("of a peer nothing is known of that month")
                .satisfies(figures -> assertThat(figures.unknown()).isEqualTo(figures.seconds()));
    }

    @Test
    void aMonthIsNotSaidBeforeItIsOverAndOldLooksAreForgotten() {
        TrialSite.OneProcess process = site.process(1).lives(30 * 24);
        process.word.say();
        assertThat(said()).isEmpty();

        site.clock.set(Instant.parse("2027-02-02T00:00:00Z"));
        process.word.say();

        assertThat(said()).hasSize(5);
        assertThat(process.spans.spans(BAMAKO, Instant.EPOCH, site.clock.instant()))
                .isEmpty();
        assertThat(process.desk.report(YearMonth.parse("2026-09")).words()).isNotEmpty();
    }

    @Test
    void whatOthersSayOfASiteStandsBesideWhatItSaysOfItself() {
        TrialSite.OneProcess process = site.process(1).lives(30 * 24 + 1);
        process.word.say();
        ServiceFigures seen = new ServiceFigures(2_592_000, 2_500_000, 0, 92_000, 0, 0, 0, 3, 60_000);
        hears(
                State.BF,
                new AvailabilityMeasured(
                        site.clock.instant(),
                        OUAGADOUGOU,
                        "2026-09",
                        999_000,
                        List.of(new SiteAvailability(BAMAKO, seen))));
        hears(State.BF, new AvailabilityMeasured(site.clock.instant(), BAMAKO, "2026-08", 1, List.of()));

        AvailabilityDesk.Report report = process.desk.report(YearMonth.parse("2026-09"));

        assertThat(report.words().stream().filter(word -> word.site().equals(BAMAKO)))
                .extracting(
                        AvailabilityDesk.Word::measuredBy,
                        word -> word.figures().unavailable())
                .containsExactly(tuple(BAMAKO, 0L), tuple(OUAGADOUGOU, 92_000L));
        assertThat(report.promises())
                .extracting(AvailabilityDesk.Promise::site, AvailabilityDesk.Promise::ppm)
                .contains(tuple(OUAGADOUGOU, 999_000));
        assertThat(site.months.of(YearMonth.parse("2026-08")))
                .as("a State has no word on a site of another's as if it were its own")
                .isEmpty();
    }

    @Test
    void whatIsLeftOfTheYearsPromiseIsReckonedFromAllItsMonths() {
        TrialSite.OneProcess process = site.process(1).lives(29 * 24 + 23);
        site.clock.advance(Duration.ofHours(2));
        process.lives(3);

        AvailabilityDesk.Promise before = bamako(process, "2026-10");
        process.word.say();
        AvailabilityDesk.Promise after = bamako(process, "2026-10");

        assertThat(before.budget()).as("95 minutes").isEqualTo(5_676);
        assertThat(before.used()).isZero();
        assertThat(after).isEqualTo(before);
        site.clock.advance(Duration.ofHours(3));
        process.lives(1);
        assertThat(bamako(process, "2026-10").used()).isEqualTo(3 * HOUR);
        assertThat(bamako(process, "2026-09").used()).isZero();
        assertThatThrownBy(() -> process.desk.report(YearMonth.parse("2026-11")))
                .hasMessageContaining("has not begun");
    }

    @Test
    void whatWasReadFromTheJournalIsReadFromItAgain() {
        TrialSite.OneProcess process = site.process(1).lives(30 * 24 + 1);
        Announcement kept = site.maintenance.announce(in(5), in(6), "réseau");
        Announcement gone = site.maintenance.announce(in(7), in(8), "réseau");
        site.maintenance.cancel(gone.id());
        process.word.say();
        List<Announcement> live = site.maintenance.list(true);
        List<MonthStore.SaidMonth> months = site.months.of(YearMonth.parse("2026-09"));

        new JournalReplay(site.database.jdbi(), List.of(new AvailabilityProjection())).run();

        assertThat(site.maintenance.list(true)).isEqualTo(live).hasSize(2);
        assertThat(site.maintenance.list(false)).containsExactly(kept);
        assertThat(site.months.of(YearMonth.parse("2026-09"))).isEqualTo(months).hasSize(1);
    }

    private static AvailabilityDesk.Promise bamako(TrialSite.OneProcess process, String month) {
        return process.desk.report(YearMonth.parse(month)).promises().getFirst();
    }

    private Instant in(int hours) {
        return site.clock.instant().plus(Duration.ofHours(hours));
    }

    /** As if it had come with that State's journal. */
    private void hears(State state, JournalEvent event) {
        site.database
                .jdbi()
                .useTransaction(
                        handle -> new AvailabilityProjection().apply(handle, state, 7, event, site.clock.instant()));
    }

    private List<AvailabilityMeasured> said() {
        return site.journal.read(0, 100).stream()
                .map(entry -> JournalJson.event(entry.opened().orElseThrow().payload())
                        .orElseThrow())
                .filter(AvailabilityMeasured.class::isInstance)
                .map(AvailabilityMeasured.class::cast)
                .toList();
    }
}
