package org.liptako.node.registry;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Which datasets are looked for; empty = any.
 *
 * @param words each of them stands in the identifier, a name or the owner, whatever its capitals and accents
 * @param classification a code of the vocabulary
 * @param site where a copy lies, whole or in part
 * @param finding what a State has found of a copy that lies there; at the site, if one is named
 */
public record DatasetFilter(
        List<String> words,
        Optional<State> home,
        Optional<String> classification,
        Optional<SiteId> site,
        Optional<ProofStanding> proof,
        Optional<FindingKind> finding) {
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{C}]+");

    /** Every dataset. */
    public static final DatasetFilter ANY = new DatasetFilter(
            List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public DatasetFilter {
        words = List.copyOf(words);
    }

    /** The words of a text that somebody has typed: the first few of them, without capitals and accents. */
    public static List<String> words(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String plain = MARKS.matcher(Normalizer.normalize(head, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return GAPS.splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }
}
