package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.rulebook.RuleLibrary;
import org.liptako.node.rulebook.reading.ArticleChange;
import org.liptako.node.rulebook.reading.ArticleChange.Kind;
import org.liptako.node.rulebook.reading.BookVersion;
import org.liptako.node.rulebook.reading.VersionDifference;

/** Reads how two versions of a rule book differ. */
@Singleton
final class ComparisonReader {
    private final RuleLibrary library;
    private final NodeConfig node;
    private final Clock clock;

    ComparisonReader(RuleLibrary library, NodeConfig node, Clock clock) {
        this.library = library;
        this.node = node;
        this.clock = clock;
    }

    /** What a reader asked for, under its title. */
    record Shown(String title, ComparisonPage page) {}

    /** @throws org.liptako.node.wire.Failure NOT_KNOWN if there is no such book, version or change */
    Shown read(String code, String from, String to, String article, Words words) {
        VersionDifference difference = library.compare(code, from, to, article, words::of);
        return new Shown(
                words.of(
                        "law.title.compare",
                        words.of(difference.book().name()),
                        number(difference.from()),
                        number(difference.to())),
                page(difference, words));
    }

    private ComparisonPage page(VersionDifference difference, Words words) {
        String code = difference.book().code();
        return new ComparisonPage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                RuleLinks.book(code) + "/compare",
                side(code, difference.from(), words),
                side(code, difference.to(), words),
                difference.book().versions().stream()
                        .map(version -> side(code, version, words))
                        .toList(),
                words.of(
                        "law.compared",
                        difference.count(Kind.ADDED),
                        difference.count(Kind.REMOVED),
                        difference.count(Kind.CHANGED),
                        difference.same()),
                difference.changes().isEmpty() ? words.of("law.same") : "",
                difference.changes().stream()
                        .map(change -> change(difference, change, words))
                        .toList(),
                leaf(difference, difference.before()),
                leaf(difference, difference.next()));
    }

    private static ComparisonPage.Side side(String code, BookVersion version, Words words) {
        return new ComparisonPage.Side(
                number(version),
                words.of("law.version", number(version)),
                words.of("law.version.from", number(version), words.of(version.from())),
                RuleLinks.version(code, version.number()),
                words.of("law.standing." + version.standing(), words.of(version.from())));
    }

    private static ComparisonPage.Change change(VersionDifference difference, ArticleChange change, Words words) {
        BookVersion read = change.kind() == Kind.REMOVED ? difference.from() : difference.to();
        return ArticleChanges.of(
                change, RuleLinks.article(difference.book().code(), read.number(), change.id()), words);
    }

    private static String leaf(VersionDifference difference, String article) {
        return article.isEmpty()
                ? ""
                : RuleLinks.change(
                        difference.book().code(),
                        difference.from().number(),
                        difference.to().number(),
                        article);
    }

    private static String number(BookVersion version) {
        return Long.toString(version.number());
    }
}
