package org.liptako.policy.engine;

import java.util.Arrays;
import java.util.Comparator;

/** The rules of one chamber that may fire for one document, while they are gathered. Not thread-safe. */
final class Candidates {
    private static final Comparator<CompiledRule> BY_ID = Comparator.comparingInt(CompiledRule::number);

    private CompiledRule[] rules = new CompiledRule[RuleShelf.HANDFUL];
    private int size;
    private boolean sorted = true;

    void add(CompiledRule rule) {
        if (size == rules.length) {
            rules = Arrays.copyOf(rules, 2 * size);
        }
        sorted &= size == 0 || rules[size - 1].number() < rule.number();
        rules[size++] = rule;
    }

    /** The rules by id. */
    CompiledRule[] byId() {
        if (!sorted) {
            Arrays.sort(rules, 0, size, BY_ID);
        }
        return Arrays.copyOf(rules, size);
    }
}
