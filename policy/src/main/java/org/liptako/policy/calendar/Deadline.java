package org.liptako.policy.calendar;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * The last day on which something may be done, and how it was found.
 *
 * @param last to the end of this local day
 * @param steps one sentence for each step of the counting
 * @param doubts what has not been entered and could move the last day
 */
public record Deadline(LocalDate last, List<Bilingual> steps, List<Bilingual> doubts) {
    /** Ten years; whoever asks for more has mistyped. */
    public static final int MOST_DAYS = 3_660;

    public Deadline {
        requireNonNull(last, "last is null");
        steps = List.copyOf(steps);
        doubts = List.copyOf(doubts);
    }

    /**
     * Counts a deadline.
     *
     * @param act the day of the act or event that sets it going
     * @param days at least one, at most {@link #MOST_DAYS}
     */
    public static Deadline count(LocalDate act, int days, Counting counting, StateCalendar calendar) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a deadline of %d days".formatted(days));
        }
        List<Bilingual> steps = new ArrayList<>();
        steps.add(new Bilingual("Le jour de l'acte, %s, ne compte pas.", "The day of the act, %s, does not count.")
                .with(DayWords.withWeekday(act)));
        LocalDate term = act.plusDays(days);
        return switch (counting) {
            case CALENDAR -> {
                steps.add(new Bilingual(
                                "Le jour n° %d est le %s ; c'est le dernier, ouvrable ou non.",
                                "Day %d is %s; it is the last, worked or not.")
                        .with(days, DayWords.withWeekday(term)));
                yield new Deadline(term, steps, List.of());
            }
            case CLEAR -> clear(term, days, calendar, steps);
        };
    }

    private static Deadline clear(LocalDate term, int days, StateCalendar calendar, List<Bilingual> steps) {
        LocalDate after = term.plusDays(1);
        steps.add(new Bilingual(
                        "Le jour n° %d est le %s ; le délai est franc, ce jour ne compte pas non plus : on peut agir jusqu'au %s.",
                        "Day %d is %s; the days are clear, so it does not count either: one may act until %s.")
                .with(days, DayWords.withWeekday(term), DayWords.withWeekday(after)));
        LocalDate last = calendar.workday(after);
        for (LocalDate day = after; day.isBefore(last); day = day.plusDays(1)) {
            steps.add(new Bilingual("%s n'est pas ouvrable : %s.", "%s is not worked: %s.")
                    .with(
                            DayWords.withWeekday(day),
                            calendar.rest(day).orElseThrow(() -> new IllegalStateException("a day of rest"))));
        }
        return new Deadline(last, steps, calendar.knows(last.getYear()) ? List.of() : List.of(doubt(last, calendar)));
    }

    private static Bilingual doubt(LocalDate last, StateCalendar calendar) {
        return new Bilingual(
                        "Aucune fête annoncée de %d n'est saisie pour %s (%s) : si l'une tombe le %s, le délai finit plus tard.",
                        "No announced feast of %d has been entered for %s (%s): if one falls on %s, the deadline ends later.")
                .with(last.getYear(), calendar.state().label(), calendar.announcedFeasts(), DayWords.withWeekday(last));
    }
}
