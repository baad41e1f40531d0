package org.liptako.node.operations.availability;

import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.AvailabilityMeasured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Journals what was measured in each month that is over: once, whichever processes of the site live, and also of months at whose end none did. What was measured
 * is kept for three months more, so that a figure can be looked into. Thread-safe.
 */
public final class MonthlyWord {
    private static final Logger LOG = LoggerFactory.getLogger(MonthlyWord.class);
    /** Until the last look of every process of the month is written down. */
    private static final Duration AFTER_THE_MONTH = Duration.ofMinutes(5);

    private static final int MOST_MONTHS = 24;
    private static final int MONTHS_KEPT = 3;

    private final Journal journal;
    private final Measured measured;
    private final MonthStore months;
    private final SpanStore spans;
    private final int promisedPpm;
    private final InstantSource clock;

    public MonthlyWord(
            Journal journal,
            Measured measured,
            MonthStore months,
            SpanStore spans,
            int promisedPpm,
            InstantSource clock) {
        this.journal = journal;
        this.measured = measured;
        this.months = months;
        this.spans = spans;
        this.promisedPpm = promisedPpm;
        this.clock = clock;
    }

    /** Says what is not said yet, the oldest first. */
    void say() {
        for (YearMonth month : unsaid()) {
            say(month);
        }
        spans.forget(Measured.begin(measured.present().minusMonths(MONTHS_KEPT)));
    }

    private void say(YearMonth month) {
        AvailabilityMeasured word = new AvailabilityMeasured(
                journal.now(), measured.site(), month.toString(), promisedPpm, measured.of(month));
        journal.appendUnsaid(handle -> {
            if (months.isSaid(handle, measured.site(), month)) {
                return List.of();
            }
            LOG.info(
                    "The availability of {} is journaled: it did not serve for {} s unannounced.",
                    month,
                    word.sites().getFirst().figures().unavailable());
            return List.of(word);
        });
    }

    private List<YearMonth> unsaid() {
        YearMonth over = Measured.month(clock.instant().minus(AFTER_THE_MONTH)).minusMonths(1);
        YearMonth earliest = over.minusMonths(MOST_MONTHS - 1);
        YearMonth first = measured.first().orElse(over.plusMonths(1));
        List<YearMonth> unsaid = new ArrayList<>();
        for (YearMonth month = first.isBefore(earliest) ? earliest : first;
                !month.isAfter(over);
                month = month.plusMonths(1)) {
            if (!months.isSaid(measured.site(), month)) {
                unsaid.add(month);
            }
        }
        return unsaid;
    }
}
