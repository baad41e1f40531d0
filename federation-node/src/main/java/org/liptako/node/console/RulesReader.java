package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.rulebook.RuleLibrary;
import org.liptako.node.rulebook.reading.Book;
import org.liptako.node.rulebook.reading.BookVersion;
import org.liptako.node.rulebook.reading.CalendarEntry;
import org.liptako.node.rulebook.reading.Standing;

/** Reads every rule book, and the calendar of them all. */
@Singleton
final class RulesReader {
    private final RuleLibrary library;
    private final NodeConfig node;
    private final Clock clock;

    RulesReader(RuleLibrary library, NodeConfig node, Clock clock) {
        this.library = library;
        this.node = node;
        this.clock = clock;
    }

    RulesPage read(Words words, boolean signing) {
        return new RulesPage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                signing && library.isSigned(),
                library.isSigned(),
                library.books().stream().map(book -> card(book, words)).toList(),
                library.calendar().stream().map(entry -> row(entry, words)).toList());
    }

    private static BookCard card(Book book, Words words) {
        boolean known = !book.signed() || !book.versions().isEmpty();
        return new BookCard(
                book.code(),
                words.of(book.name()),
                known ? RuleLinks.book(book.code()) : "",
                known ? BookLines.of(book, words) : List.of(words.of("law.unknown")),
                book.versions().reversed().stream()
                        .filter(version -> version.standing() == Standing.TO_COME)
                        .map(version -> waiting(book, version, words))
                        .toList(),
                book.inForce().isPresent() && !book.judged() ? words.of("law.not.judged") : "");
    }

    private static RuleLink waiting(Book book, BookVersion version, Words words) {
        return new RuleLink(
                words.of("law.waits", Long.toString(version.number()), words.of(version.from())),
                RuleLinks.version(book.code(), version.number()));
    }

    /** Whether a day begins then by the clock of the place, as it does by that of the State whose rules they are. */
    private static boolean beginsHere(Instant at, Words words) {
        return at.atZone(words.zone()).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static CalendarRow row(CalendarEntry entry, Words words) {
        String version = Long.toString(entry.version());
        List<RuleLink> links = entry.kind() == CalendarEntry.Kind.VERSION_ENTERS
                ? List.of(new RuleLink(
                        words.of("law.version", version), RuleLinks.version(entry.code(), entry.version())))
                : entry.articles().stream()
                        .map(article ->
                                new RuleLink(article, RuleLinks.article(entry.code(), entry.version(), article)))
                        .toList();
        return new CalendarRow(
                entry.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                words.of(entry.day()),
                beginsHere(entry.at(), words) ? "" : words.of(entry.at()),
                words.of(entry.name()),
                words.of("calendar." + entry.kind().name().toLowerCase(Locale.ROOT)),
                links,
                entry.more() == 0 ? "" : words.of("law.more", entry.more()));
    }
}
