package org.liptako.policy.engine;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A set of the rules of one shelf, as bits by their place on it. */
final class RuleBits {
    private final long[] words;

    private RuleBits(long[] words) {
        this.words = words;
    }

    /** None of so many rules. */
    static RuleBits none(int rules) {
        return new RuleBits(new long[(rules + Long.SIZE - 1) >> 6]);
    }

    /** Those of so many rules that a test takes. */
    static RuleBits where(int rules, IntPredicate test) {
        RuleBits bits = none(rules);
        for (int rule = 0; rule < rules; rule++) {
            if (test.test(rule)) {
                bits.add(rule);
            }
        }
        return bits;
    }

    boolean has(int rule) {
        return ((words[rule >> 6] >>> rule) & 1) != 0;
    }

    void add(int rule) {
        words[rule >> 6] |= 1L << rule;
    }

    void remove(int rule) {
        words[rule >> 6] &= ~(1L << rule);
    }

    RuleBits copy() {
        return new RuleBits(words.clone());
    }

    RuleBits and(RuleBits other) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= other.words[i];
        }
        return this;
    }

    RuleBits or(RuleBits other) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= other.words[i];
        }
        return this;
    }

    /** Adds the rules of the set, in their order on the shelf. */
    void addTo(Candidates candidates, CompiledRule[] shelf) {
        for (int i = 0; i < words.length; i++) {
            for (long left = words[i]; left != 0; left &= left - 1) {
                candidates.add(shelf[(i << 6) + Long.numberOfTrailingZeros(left)]);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleBits bits && Arrays.equals(words, bits.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
