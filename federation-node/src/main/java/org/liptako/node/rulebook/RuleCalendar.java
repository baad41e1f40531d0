package org.liptako.node.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.liptako.node.rulebook.reading.CalendarEntry;
import org.liptako.node.rulebook.reading.CalendarEntry.Kind;
import org.liptako.policy.calendar.DayWords;
import org.liptako.policy.edition.EditionLine;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.rules.ForcePeriod;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;

/** What enters and what leaves force from now on: versions on their day, and the articles of each by their own dates as long as it is the one in force. */
final class RuleCalendar {
    private static final int MOST_ENTRIES = 100;
    private static final int MOST_VERSIONS = 20;
    private static final int MOST_NAMED = 20;
    private static final Comparator<CalendarEntry> ORDER = Comparator.comparing(CalendarEntry::at)
            .thenComparing(entry -> Jurisdiction.valueOf(entry.code()))
            .thenComparing(CalendarEntry::kind);

    private final HeldRules held;
    private final Instant now;
    private final List<CalendarEntry> entries = new ArrayList<>();

    RuleCalendar(HeldRules held, Instant now) {
        this.held = held;
        this.now = now;
    }

    /** What signed editions bring. */
    void add(Jurisdiction jurisdiction, EditionLine line) {
        Instant from = now;
        Optional<HeldEdition> standing = line.inForce(from);
        for (int versions = 0; versions <= MOST_VERSIONS; versions++) {
            Optional<Instant> change = line.nextChange(from);
            Span span = new Span(from, change.orElse(Instant.MAX));
            standing.ifPresent(edition -> articles(jurisdiction, edition.version(), held.ruleSet(edition), span));
            if (change.isEmpty()) {
                break;
            }
            from = change.get();
            standing = line.inForce(from);
            standing.ifPresent(edition -> enters(jurisdiction, edition, span.until()));
        }
    }

    /** What the dates of unsigned rules bring. */
    void add(Jurisdiction jurisdiction, RuleSet unsigned) {
        articles(jurisdiction, 0, unsigned, new Span(now, Instant.MAX));
    }

    /** The first of them, in order of time. */
    List<CalendarEntry> entries() {
        return entries.stream().sorted(ORDER).limit(MOST_ENTRIES).toList();
    }

    /** Between two instants, both left out. */
    private record Span(Instant after, Instant until) {
        boolean has(Instant at) {
            return at.isAfter(after) && at.isBefore(until);
        }
    }

    private void enters(Jurisdiction jurisdiction, HeldEdition edition, Instant at) {
        entries.add(entry(jurisdiction, at, Kind.VERSION_ENTERS, edition.version(), List.of()));
    }

    private void articles(Jurisdiction jurisdiction, long version, RuleSet rules, Span span) {
        dates(
                jurisdiction,
                version,
                Kind.ARTICLES_ENTER,
                rules,
                rule -> begins(rule).filter(span::has));
        dates(
                jurisdiction,
                version,
                Kind.ARTICLES_LEAVE,
                rules,
                rule -> ends(rule).filter(span::has));
    }

    private void dates(
            Jurisdiction jurisdiction,
            long version,
            Kind kind,
            RuleSet rules,
            Function<Rule, Stream<Instant>> changes) {
        TreeMap<Instant, List<String>> changing = new TreeMap<>();
        for (Rule rule : rules.of(jurisdiction).rules()) {
            changes.apply(rule)
                    .forEach(at -> changing.computeIfAbsent(at, key -> new ArrayList<>())
                            .add(rule.id()));
        }
        changing.forEach((at, articles) -> entries.add(entry(jurisdiction, at, kind, version, articles)));
    }

    private static CalendarEntry entry(
            Jurisdiction jurisdiction, Instant at, Kind kind, long version, List<String> articles) {
        int named = Math.min(articles.size(), MOST_NAMED);
        return new CalendarEntry(
                at,
                DayWords.of(LocalDate.ofInstant(at, jurisdiction.offset())),
                jurisdiction.name(),
                jurisdiction.label(),
                kind,
                version,
                articles.subList(0, named),
                articles.size() - named);
    }

    /** When the rule comes into force that was not a moment before. */
    private static Stream<Instant> begins(Rule rule) {
        return rule.periods().stream()
                .map(ForcePeriod::start)
                .filter(start -> !rule.isInForce(start.minusNanos(1)))
                .distinct();
    }

    /** When the rule leaves force and does not come back at that instant. */
    private static Stream<Instant> ends(Rule rule) {
        return rule.periods().stream()
                .flatMap(period -> Stream.ofNullable(period.end()))
                .filter(end -> !rule.isInForce(end))
                .distinct();
    }
}
