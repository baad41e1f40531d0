package org.liptako.node.console;

import org.liptako.node.rulebook.reading.ArticleChange;
import org.liptako.node.rulebook.reading.ArticleChange.Kind;
import org.liptako.node.rulebook.reading.PartChange.Part;

/** Puts into words what became of an article from one text of a book to another. */
final class ArticleChanges {
    private ArticleChanges() {}

    /** @param href where the article is read; empty where it is on no page */
    static ComparisonPage.Change of(ArticleChange change, String href, Words words) {
        return new ComparisonPage.Change(
                change.id(),
                href,
                change.title(),
                words.of("law.change." + change.kind()),
                tone(change.kind()),
                note(change, words),
                change.parts().stream()
                        .map(part -> new ComparisonPage.Part(
                                words.of("law.part." + part.part()), part.before(), part.after()))
                        .toList());
    }

    /** A changed word that changes nothing, and a change that no word shows, are easily missed. */
    private static String note(ArticleChange change, Words words) {
        boolean applied = change.touches(Part.UNDERSTOOD);
        if (change.kind() != Kind.CHANGED || (applied && change.touches(Part.TEXT))) {
            return "";
        }
        return words.of(applied ? "law.change.silent" : "law.change.words");
    }

    private static String tone(Kind kind) {
        return switch (kind) {
            case ADDED -> "good";
            case REMOVED -> "bad";
            case CHANGED -> "open";
        };
    }
}
