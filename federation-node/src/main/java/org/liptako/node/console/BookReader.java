package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.rulebook.RuleLibrary;
import org.liptako.node.rulebook.reading.Article;
import org.liptako.node.rulebook.reading.Book;
import org.liptako.node.rulebook.reading.BookVersion;
import org.liptako.node.rulebook.reading.Passage;
import org.liptako.node.rulebook.reading.Reading;
import org.liptako.node.rulebook.reading.Standing;
import org.liptako.pki.name.State;

/** Reads one version of a rule book. */
@Singleton
final class BookReader {
    private final RuleLibrary library;
    private final NodeConfig node;
    private final Clock clock;

    BookReader(RuleLibrary library, NodeConfig node, Clock clock) {
        this.library = library;
        this.node = node;
        this.clock = clock;
    }

    /**
     * What a reader asked for, in words.
     *
     * @param title of the page
     */
    record Shown(String title, BookPage page) {}

    /** @throws org.liptako.node.wire.Failure NOT_KNOWN if there is no such book, version or article */
    Shown read(String code, String version, String article, Words words) {
        Reading reading = library.read(code, version, article);
        Book book = reading.book();
        String name = words.of(book.name());
        return new Shown(
                reading.version()
                        .map(read -> words.of("law.title.version", name, Long.toString(read.number())))
                        .orElseGet(() -> words.of("law.title", name)),
                page(reading, words));
    }

    private BookPage page(Reading reading, Words words) {
        Book book = reading.book();
        // Links within a version stay in it, also once another is in force.
        long number = reading.version().map(BookVersion::number).orElse(0L);
        Standing standing = reading.version().map(BookVersion::standing).orElse(Standing.IN_FORCE);
        return new BookPage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                reading.version().isPresent() ? words.of("law.status." + standing) : words.of("law.status.unsigned"),
                reading.version().isPresent() ? tone(standing) : "open",
                reading.version().map(read -> BookLines.of(read, words)).orElseGet(() -> BookLines.of(book, words)),
                State.ofCode(book.code()).isPresent() ? RuleLinks.coverage(book.code(), "") : "",
                RuleLinks.trial(book.code()),
                standing == Standing.IN_FORCE && !book.judged() ? words.of("law.not.judged") : "",
                book.versions().stream()
                        .map(one -> version(book, one, number, words))
                        .toList(),
                reading.all() == 0
                        ? words.of("law.empty")
                        : words.of(
                                "law.count",
                                reading.first(),
                                reading.first() + reading.articles().size() - 1,
                                reading.all()),
                standing == Standing.IN_FORCE,
                reading.articles().stream()
                        .map(article -> article(book.code(), number, article, words))
                        .toList(),
                leaf(book.code(), number, reading.before()),
                leaf(book.code(), number, reading.next()));
    }

    private static String leaf(String code, long version, String article) {
        return article.isEmpty() ? "" : RuleLinks.article(code, version, article);
    }

    private static VersionRow version(Book book, BookVersion version, long shown, Words words) {
        return new VersionRow(
                words.of("law.version", Long.toString(version.number())),
                RuleLinks.version(book.code(), version.number()),
                version.number() == shown,
                words.of("law.standing." + version.standing(), words.of(version.from())),
                version.number() == 1 ? "" : RuleLinks.comparison(book.code(), version.number() - 1, version.number()));
    }

    private static ArticleRow article(String code, long version, Article article, Words words) {
        String french = article.text().fr();
        String text = words.of(article.text());
        return new ArticleRow(
                article.id(),
                RuleLinks.article(code, version, article.id()),
                RuleLinks.anchor(article.id()),
                words.of(article.title()),
                words.of("law.article." + article.standing()),
                tone(article.standing()),
                text,
                text.equals(french) ? "" : french,
                words.of(article.force()),
                article.understood().stream()
                        .map(passage -> passage(passage, words))
                        .toList(),
                article.bases().stream().map(words::of).toList());
    }

    private static PassageRow passage(Passage passage, Words words) {
        return new PassageRow(
                words.of(passage.words()),
                passage.items().stream().map(words::of).toList());
    }

    private static String tone(Standing standing) {
        return switch (standing) {
            case IN_FORCE -> "good";
            case TO_COME -> "open";
            case PAST -> "bad";
        };
    }
}
