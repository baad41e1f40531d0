package org.liptako.node.placement.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.placement.duty.DutyPage.Place;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.rulebook.HandSetClock;
import org.liptako.pki.name.State;

/** The register of duties is read page by page, in an order that neither time nor what is journaled meanwhile disturbs. */
class DutyPagesIT {
    private static final int GRANTS = 240;

    private final HandSetClock clock = new HandSetClock(ManyDuties.FIRST.plus(Duration.ofDays(8)));
    private final ManyDuties written = new ManyDuties(GRANTS);
    private final Duties duties = written.by(clock);

    @BeforeEach
    void write() {
        written.write();
    }

    @AfterEach
    void close() {
        written.close();
    }

    @Test
    void everyDutyIsOnOnePageInTheOrderOfItsPlace() {
        List<Duty> all = pages(DutyFilter.ALL, 37);

        assertThat(all).hasSize(GRANTS * ManyDuties.OF_EACH);
        assertThat(all).extracting(Duty::id).doesNotHaveDuplicates();
        assertThat(all.stream().map(Place::of).toList())
                .isSortedAccordingTo(Comparator.comparingInt(Place::place)
                        .thenComparing(Place::day)
                        .thenComparing(Place::id));
        assertThat(all).extracting(Duty::status).contains(DutyStatus.values());
    }

    @Test
    void thePagesSayOfEachDutyWhatIsReckonedOfItAlone() {
        for (Duty listed : pages(DutyFilter.ALL, 100).subList(0, 120)) {
            assertThat(written.find(listed.id(), clock)).contains(listed);
        }
    }

    @Test
    void theCountsAreThoseOfThePages() {
        Map<DutyStatus, Long> counts = duties.counts();

        for (DutyStatus status : DutyStatus.values()) {
            assertThat(pages(DutyFilter.of(Set.of(status)), 50))
                    .as(status.name())
                    .hasSize(counts.getOrDefault(status, 0L).intValue())
                    .allMatch(duty -> duty.status() == status);
        }
    }

    @Test
    void noDutyIsPassedOverBecauseItsDayComesWhileThePagesAreRead() {
        List<Duty> before = pages(DutyFilter.ALL, 1_000);
        List<Duty> read = new ArrayList<>();
        DutyPage page = DutyPage.first(40);
        for (List<Duty> found = duties.list(DutyFilter.ALL, page);
                !found.isEmpty();
                found = duties.list(DutyFilter.ALL, page)) {
            read.addAll(found);
            page = new DutyPage(Place.of(found.getLast()), 40);
            clock.advance(Duration.ofHours(5));
        }

        assertThat(read)
                .extracting(Duty::id)
                .containsExactlyElementsOf(before.stream().map(Duty::id).toList());
    }

    @Test
    void aDischargeMovesOneDutyAndNoOther() {
        List<Duty> before = pages(DutyFilter.ALL, 1_000);
        written.discharge(100, clock.instant());

        List<Duty> after = pages(DutyFilter.ALL, 1_000);

        assertThat(after)
                .filteredOn(duty -> !before.contains(duty))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.id()).isEqualTo(ManyDuties.notice(100));
                    assertThat(duty.status()).isEqualTo(DutyStatus.DISCHARGED);
                });
    }

    @Test
    void aGrantThatLapsesUnusedTakesWhatItsCopyWouldHaveOwedByTheClockAloneAndGivesItBackByAClockPutBack() {
        List<Duty> before = pages(DutyFilter.ALL, 1_000);
        Instant now = clock.instant();

        clock.set(ManyDuties.FIRST.plus(Duration.ofDays(200)));
        assertThat(pages(DutyFilter.ALL, 1_000)).hasSize(GRANTS * ManyDuties.OF_EACH - GRANTS / 2 * 3);
        clock.set(now);

        assertThat(pages(DutyFilter.ALL, 1_000)).isEqualTo(before);
    }

    @Test
    void aFilterNarrowsThePagesAndNothingElse() {
        DutyFilter ofOne = new DutyFilter(
                Set.of(DutyStatus.OVERDUE, DutyStatus.STANDING),
                Optional.of(State.BF),
                Optional.of(new DatasetId("ML-D-5")),
                Optional.empty());

        assertThat(pages(ofOne, 1))
                .isEqualTo(pages(DutyFilter.ALL, 1_000).stream()
                        .filter(duty -> duty.about().dataset().value().equals("ML-D-5"))
                        .filter(duty -> duty.debtor().state() == State.BF)
                        .filter(duty -> duty.status() == DutyStatus.OVERDUE || duty.status() == DutyStatus.STANDING)
                        .toList())
                .isNotEmpty();
    }

    @Test
    void whatIsSecretStandsOnNoPageAndInNoCountOfWhomItDoesNotConcern() {
        List<Duty> all = pages(DutyFilter.ALL, 1_000);
        written.makeSecret(5);
        List<Duty> others = all.stream()
                .filter(duty -> !duty.about().dataset().value().equals("ML-D-5"))
                .toList();

        Duties toNiger = still().shownTo(new Disclosure(State.NE));
        assertThat(pages(toNiger, DutyFilter.ALL, 37)).isEqualTo(others).hasSize(all.size() - ManyDuties.OF_EACH);
        assertThat(count(toNiger)).isEqualTo(others.size());
        for (State concerned : List.of(State.ML, State.BF)) {
            Duties shown = still().shownTo(new Disclosure(concerned));
            assertThat(pages(shown, DutyFilter.ALL, 1_000)).isEqualTo(all);
            assertThat(count(shown)).isEqualTo(all.size());
        }
    }

    private static long count(Duties register) {
        return register.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    private Duties still() {
        return written.by(Clock.fixed(clock.instant(), ZoneOffset.UTC));
    }

    private List<Duty> pages(DutyFilter filter, int most) {
        return pages(still(), filter, most);
    }

    private static List<Duty> pages(Duties register, DutyFilter filter, int most) {
        List<Duty> read = new ArrayList<>();
        List<Duty> found = register.list(filter, DutyPage.first(most));
        while (!found.isEmpty()) {
            read.addAll(found);
            found = register.list(filter, new DutyPage(Place.of(found.getLast()), most));
        }
        return read;
    }
}
