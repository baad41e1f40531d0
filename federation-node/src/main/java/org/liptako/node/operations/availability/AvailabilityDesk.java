package org.liptako.node.operations.availability;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.liptako.node.config.OperationsConfig;
import org.liptako.node.journal.event.AvailabilityMeasured;
import org.liptako.node.journal.event.ServiceFigures;
import org.liptako.node.journal.event.SiteAvailability;
import org.liptako.node.operations.availability.MonthStore.SaidMonth;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Tells how sites have served in a month: each site's word on itself beside what the others have measured of it; and what is left of a year's promise. Thread-safe. */
public final class AvailabilityDesk {
    private static final long MILLION = 1_000_000;

    private final State own;
    private final Measured measured;
    private final MonthStore months;
    private final OperationsConfig config;

    public AvailabilityDesk(State own, Measured measured, MonthStore months, OperationsConfig config) {
        this.own = own;
        this.measured = measured;
        this.months = months;
        this.config = config;
    }

    /**
     * One site's word on one.
     *
     * @param journalIndex its entry; empty for what is measured here and not journaled yet
     */
    public record Word(
            SiteId site, SiteId measuredBy, State saidBy, OptionalLong journalIndex, ServiceFigures figures) {}

    /**
     * What a site promises for a calendar year, and how much it has failed to serve by then, in seconds.
     *
     * @param monthsUnmeasured how many months up to then nothing was measured here
     */
    public record Promise(SiteId site, int ppm, long budget, long used, int monthsUnmeasured) {}

    /** A month. */
    public record Report(YearMonth month, SiteId site, List<Word> words, List<Promise> promises) {
        public Report {
            words = List.copyOf(words);
            promises = List.copyOf(promises);
        }
    }

    /** The month that is not over. */
    public YearMonth present() {
        return measured.present();
    }

    /**
     * What is known of a month.
     *
     * @throws Failure INVALID_REQUEST of a month that has not begun
     */
    public Report report(YearMonth month) {
        if (month.isAfter(present())) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Le mois " + month + " n'a pas commencé ; demandez " + present() + " ou un mois d'avant.",
                    "The month " + month + " has not begun; ask for " + present() + " or one before.");
        }
        List<SaidMonth> said = months.of(month);
        List<SiteAvailability> here = here(month, said);
        List<Word> words = new ArrayList<>();
        sites().forEach(site -> {
            said.stream()
                    .filter(entry -> entry.measured().site().equals(measured.site()))
                    .findFirst()
                    .ifPresentOrElse(entry -> add(words, site, entry), () -> add(words, site, here, measured.site()));
            said.stream()
                    .filter(entry -> !entry.measured().site().equals(measured.site()))
                    .forEach(entry -> add(words, site, entry));
        });
        return new Report(month, measured.site(), words, promises(month, here));
    }

    private List<SiteId> sites() {
        return Stream.concat(Stream.of(measured.site()), measured.peers().stream())
                .toList();
    }

    /** As this site has journaled it, else as it is measured by now. */
    private List<SiteAvailability> here(YearMonth month, List<SaidMonth> said) {
        return said.stream()
                .map(SaidMonth::measured)
                .filter(word -> word.site().equals(measured.site()))
                .findFirst()
                .map(AvailabilityMeasured::sites)
                .orElseGet(() -> measured.of(month));
    }

    private static void add(List<Word> words, SiteId site, SaidMonth entry) {
        figures(entry.measured().sites(), site)
                .forEach(figures -> words.add(new Word(
                        site,
                        entry.measured().site(),
                        entry.saidBy(),
                        OptionalLong.of(entry.journalIndex()),
                        figures)));
    }

    private void add(List<Word> words, SiteId site, List<SiteAvailability> here, SiteId by) {
        figures(here, site).forEach(figures -> words.add(new Word(site, by, own, OptionalLong.empty(), figures)));
    }

    private static Stream<ServiceFigures> figures(List<SiteAvailability> sites, SiteId site) {
        return sites.stream().filter(one -> one.site().equals(site)).map(SiteAvailability::figures);
    }

    private List<Promise> promises(YearMonth month, List<SiteAvailability> here) {
        Map<YearMonth, List<SiteAvailability>> year = new HashMap<>();
        months.ofYear(measured.site(), month)
                .forEach(entry -> year.put(
                        YearMonth.parse(entry.measured().month()),
                        entry.measured().sites()));
        year.putIfAbsent(month, here);
        // Months that are over and whose entry waits for its journal.
        for (YearMonth before = month.withMonth(1); before.isBefore(month); before = before.plusMonths(1)) {
            YearMonth one = before;
            year.computeIfAbsent(one, unsaid -> measured.of(one));
        }
        return sites().stream().map(site -> promise(site, month, year)).toList();
    }

    private Promise promise(SiteId site, YearMonth month, Map<YearMonth, List<SiteAvailability>> year) {
        int ppm = site.equals(measured.site())
                ? config.promisedPpm()
                : months.last(site).map(said -> said.measured().promisedPpm()).orElse(OperationsConfig.USUAL_PPM);
        long seconds = Duration.ofDays(month.lengthOfYear()).toSeconds();
        long used = 0;
        int unmeasured = 0;
        for (List<SiteAvailability> sites : year.values()) {
            long known = figures(sites, site).mapToLong(ServiceFigures::known).sum();
            used += figures(sites, site).mapToLong(ServiceFigures::unavailable).sum();
            unmeasured += known == 0 ? 1 : 0;
        }
        return new Promise(site, ppm, seconds * (MILLION - ppm) / MILLION, used, unmeasured);
    }
}
