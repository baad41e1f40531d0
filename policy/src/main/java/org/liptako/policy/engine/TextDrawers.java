package org.liptako.policy.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shelves by the identifier that their rules name. Only hash codes are kept and compared: two identifiers that share one share a drawer, which is right because
 * a rule's own condition is tried in the end, and spares the evaluator the strings, which lie far off in memory. Immutable, thread-safe.
 */
final class TextDrawers {
    private final int[] hashes;
    private final @Nullable RuleShelf[] shelves;

    /** @param shelf makes the shelf of some rules */
    TextDrawers(Map<String, List<RuleShelf.Entry>> named, Function<List<RuleShelf.Entry>, RuleShelf> shelf) {
        Map<Integer, List<RuleShelf.Entry>> drawers = new HashMap<>();
        named.forEach((text, entries) -> drawers.computeIfAbsent(text.hashCode(), hash -> new ArrayList<>())
                .addAll(entries));
        int places = Integer.highestOneBit(Math.max(1, drawers.size())) << 2;
        hashes = new int[places];
        shelves = new @Nullable RuleShelf[places];
        drawers.forEach((hash, entries) -> {
            int place = place(hash);
            hashes[place] = hash;
            shelves[place] = shelf.apply(entries.stream().distinct().toList());
        });
    }

    /** The shelf of an identifier, perhaps with rules about another; null if no rule names it. */
    @Nullable
    RuleShelf get(String text) {
        return shelves[place(text.hashCode())];
    }

    /** Where a hash is, or the free place where it would be: at most half of the places are taken. */
    private int place(int hash) {
        int last = hashes.length - 1;
        int place = (hash ^ (hash >>> 16)) & last;
        while (shelves[place] != null && hashes[place] != hash) {
            place = (place + 1) & last;
        }
        return place;
    }
}
