package org.liptako.node.exchange.manifest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Paths by what they are on the disk that tells the fewest apart. Not thread-safe. */
sealed interface FoldedPaths {
    /** Adds a path; returns the one that was there before and falls together with it. */
    Optional<String> add(String folded, String path);

    /** Whether a path was added that is this on that disk. */
    boolean has(String folded);

    /** Keeps every path. */
    record Kept(Map<String, String> paths) implements FoldedPaths {
        Kept() {
            this(new HashMap<>());
        }

        @Override
        public Optional<String> add(String folded, String path) {
            return Optional.ofNullable(paths.putIfAbsent(folded, path));
        }

        @Override
        public boolean has(String folded) {
            return paths.containsKey(folded);
        }
    }

    /** Keeps a mark of 64 bits of each: two that differ hardly ever seem the same. */
    final class Marks implements FoldedPaths {
        /** Nobody knows it who writes the paths. */
        private static final long SEED = new SplittableRandom().nextLong();

        private static final long ODD = 0x9e37_79b9_7f4a_7c15L;

        private final long[] marks;

        /** @param most how many will be added */
        Marks(int most) {
            // At most half full, so that the next free place is near.
            marks = new long[Integer.highestOneBit(Math.max(most, 1)) * 4];
        }

        @Override
        public Optional<String> add(String folded, String path) {
            long mark = mark(folded);
            int place = place(mark);
            boolean there = marks[place] == mark;
            marks[place] = mark;
            return there ? Optional.of(path) : Optional.empty();
        }

        @Override
        public boolean has(String folded) {
            long mark = mark(folded);
            return marks[place(mark)] == mark;
        }

        /** Where the mark is, or the free place where it belongs. */
        private int place(long mark) {
            int place = (int) mark & (marks.length - 1);
            while (marks[place] != 0 && marks[place] != mark) {
                place = (place + 1) & (marks.length - 1);
            }
            return place;
        }

        private static long mark(String folded) {
            long mark = SEED;
            for (int i = 0; i < folded.length(); i++) {
                mark = (mark ^ folded.charAt(i)) * ODD;
                mark ^= mark >>> 29;
            }
            return mark == 0 ? 1 : mark;
        }
    }
}
