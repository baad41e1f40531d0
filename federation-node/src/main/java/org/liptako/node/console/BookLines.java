package org.liptako.node.console;

import java.util.List;
import org.liptako.node.rulebook.reading.Book;
import org.liptako.node.rulebook.reading.BookVersion;

/** Puts into words which version of a book this is: since when, by whom, under which digest. */
final class BookLines {
    private static final int DIGEST_SHOWN = 12;

    private BookLines() {}

    /** Of the version in force or, where none is yet, that there is none. */
    static List<String> of(Book book, Words words) {
        if (!book.signed()) {
            return List.of(
                    words.of("law.unsigned"),
                    words.of("law.digest", shown(book.digest())),
                    words.of("law.articles", book.articles()));
        }
        return book.inForce()
                .map(version -> List.of(
                        words.of("law.version.since", Long.toString(version.number()), words.of(version.from())),
                        SignerNames.of(version.signers(), words),
                        words.of("law.articles", book.articles())))
                .orElseGet(() -> List.of(words.of("law.none.yet")));
    }

    /** Of one version, wherever it stands. */
    static List<String> of(BookVersion version, Words words) {
        String from = words.of(version.from());
        String since = switch (version.standing()) {
            case IN_FORCE -> words.of("law.since", from);
            case TO_COME -> words.of("law.from", from);
            case PAST -> words.of("law.was", from);
        };
        List<String> lines = List.of(
                since,
                SignerNames.of(version.signers(), words),
                words.of("law.digest.signed", shown(version.digest())));
        return version.restores() == 0 ? lines : withRestored(lines, version, words);
    }

    private static List<String> withRestored(List<String> lines, BookVersion version, Words words) {
        return List.of(
                lines.get(0), words.of("law.restores", Long.toString(version.restores())), lines.get(1), lines.get(2));
    }

    private static String shown(String digest) {
        return digest.substring(0, Math.min(DIGEST_SHOWN, digest.length()));
    }
}
