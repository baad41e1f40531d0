package org.liptako.policy.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liptako.policy.engine.Discriminants.Allowance;
import org.liptako.policy.engine.Discriminants.Allowance.Texts;
import org.liptako.policy.engine.Discriminants.Allowance.Values;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;

/** For one fact, the rules of a shelf that each of its values leaves possible. */
sealed interface ShelfMark {

    Fact fact();

    /** Takes out the rules that the value of the fact, which is known, makes impossible. */
    void narrow(RuleBits possible, Facts facts);

    /**
     * The mark of one fact on a shelf.
     *
     * @param allowances what this fact allows, by place on the shelf; an absent place means everything
     */
    static ShelfMark of(Fact fact, Map<Integer, Allowance> allowances, int rules) {
        return switch (fact.type()) {
            case ENUM, ORDERED, SET -> byValue(fact, fact.words().size(), allowances, rules);
            case BOOLEAN -> byValue(fact, 2, allowances, rules);
            case COUNTRY -> byValue(fact, Countries.span(), allowances, rules);
            case IDENTIFIER -> byText(fact, allowances, rules);
            case INTEGER -> throw new IllegalArgumentException("the integer " + fact + " tells no rules apart");
        };
    }

    /** A fact of one value. */
    record ByValue(Fact fact, List<RuleBits> possible) implements ShelfMark {
        @Override
        public void narrow(RuleBits left, Facts facts) {
            left.and(possible.get((int) facts.bits(fact)));
        }
    }

    /** A set: what any of its members leaves possible. */
    record ByMember(Fact fact, int rules, List<RuleBits> possible) implements ShelfMark {
        @Override
        public void narrow(RuleBits left, Facts facts) {
            long members = facts.bits(fact);
            if (Long.bitCount(members) == 1) {
                left.and(possible.get(Long.numberOfTrailingZeros(members)));
                return;
            }
            RuleBits any = RuleBits.none(rules);
            for (; members != 0; members &= members - 1) {
                any.or(possible.get(Long.numberOfTrailingZeros(members)));
            }
            left.and(any);
        }
    }

    /** An identifier: those that rules name, and all others. */
    record ByText(Fact fact, Map<String, RuleBits> possible, RuleBits others) implements ShelfMark {
        @Override
        public void narrow(RuleBits left, Facts facts) {
            left.and(possible.getOrDefault(facts.text(fact), others));
        }
    }

    private static ShelfMark byValue(Fact fact, int span, Map<Integer, Allowance> allowances, int rules) {
        RuleBits unmarked = RuleBits.where(rules, rule -> !allowances.containsKey(rule));
        Map<BitSet, List<Integer>> alike = new HashMap<>();
        allowances.forEach((rule, allowance) -> {
            if (allowance instanceof Values values) {
                alike.computeIfAbsent(values.bits(), bits -> new ArrayList<>()).add(rule);
            }
        });
        Map<BitSet, RuleBits> marked = new HashMap<>();
        alike.forEach((bits, places) -> {
            BitSet there = new BitSet();
            places.forEach(there::set);
            marked.put(bits, RuleBits.where(rules, there::get));
        });
        List<RuleBits> possible = new ArrayList<>();
        Map<RuleBits, RuleBits> distinct = new HashMap<>();
        for (int value = 0; value < span; value++) {
            RuleBits left = unmarked.copy();
            for (Map.Entry<BitSet, RuleBits> one : marked.entrySet()) {
                if (one.getKey().get(value)) {
                    left.or(one.getValue());
                }
            }
            // Most countries are named nowhere: they share one set.
            possible.add(distinct.computeIfAbsent(left, same -> same));
        }
        return switch (fact.type()) {
            case SET -> new ByMember(fact, rules, List.copyOf(possible));
            default -> new ByValue(fact, List.copyOf(possible));
        };
    }

    private static ByText byText(Fact fact, Map<Integer, Allowance> allowances, int rules) {
        Map<String, RuleBits> possible = new HashMap<>();
        RuleBits others =
                RuleBits.where(rules, rule -> !(allowances.get(rule) instanceof Texts texts) || texts.others());
        for (Allowance allowance : allowances.values()) {
            if (allowance instanceof Texts named) {
                for (String text : named.named()) {
                    possible.computeIfAbsent(
                            text,
                            one -> RuleBits.where(
                                    rules,
                                    rule -> !(allowances.get(rule) instanceof Texts texts) || texts.allows(one)));
                }
            }
        }
        return new ByText(fact, Map.copyOf(possible), others);
    }
}
