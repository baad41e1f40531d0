package org.liptako.policy.vocabulary;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a misspelt word was meant to be. */
public final class Nearest {

    /** Longer texts are no misspelling of anything, and comparing them costs the square of their length. */
    private static final int LONGEST = 64;

    private Nearest() {}

    /** The candidate that takes the fewest edits, if few: one for each three letters, and one more. */
    public static Optional<String> to(String written, Collection<String> candidates) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = Folded.of(written);
        int most = 1 + folded.length() / 3;
        return candidates.stream()
                .map(candidate -> new Guess(candidate, edits(folded, Folded.of(candidate))))
                .filter(guess -> guess.edits() <= most
                        && guess.edits() < guess.candidate().length())
                .min(Comparator.comparingInt(Guess::edits).thenComparing(Guess::candidate))
                .map(Guess::candidate);
    }

    private record Guess(String candidate, int edits) {}

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other. */
    private static int edits(String one, String other) {
        int[][] least = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : edits(one, other, least, i, j);
            }
        }
        return least[one.length()][other.length()];
    }

    private static int edits(String one, String other, int[][] least, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int edits = Math.min(least[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(edits, 1 + least[i - 2][j - 2]) : edits;
    }
}
