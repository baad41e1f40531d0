package org.liptako.policy.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** An identifier: what all leave possible that no rule names, and how each that is named departs from it. */
    record ByText(Fact fact, RuleBits others, Map<String, Departure> named) implements ShelfMark {
        @Override
        public void narrow(RuleBits left, Facts facts) {
            Departure departure = named.get(facts.text(fact));
            if (departure == null) {
                left.and(others);
            } else {
                departure.narrow(left, others);
            }
        }
    }

    private static ShelfMark byValue(Fact fact, int span, Map<Integer, Allowance> allowances, int rules) {
        RuleBits unmarked = RuleBits.where(rules, rule -> !allowances.containsKey(rule));
        List<RuleBits> possible = Stream.generate(unmarked::copy).limit(span).toList();
        allowances.forEach((rule, allowance) -> {
            if (allowance instanceof Values values) {
                values.bits().stream().forEach(value -> possible.get(value).add(rule));
            }
        });
        // Most countries are named nowhere: they share one set.
        Map<RuleBits, RuleBits> distinct = new HashMap<>();
        List<RuleBits> shared = possible.stream()
                .map(bits -> distinct.computeIfAbsent(bits, same -> same))
                .toList();
        return switch (fact.type()) {
            case SET -> new ByMember(fact, rules, shared);
            default -> new ByValue(fact, shared);
        };
    }

    private static ByText byText(Fact fact, Map<Integer, Allowance> allowances, int rules) {
        RuleBits others =
                RuleBits.where(rules, rule -> !(allowances.get(rule) instanceof Texts texts) || texts.others());
        Map<String, Departure.Builder> named = new HashMap<>();
        allowances.forEach((rule, allowance) -> {
            if (allowance instanceof Texts texts) {
                texts.named().stream()
                        .filter(text -> texts.allows(text) != texts.others())
                        .forEach(text -> named.computeIfAbsent(text, one -> new Departure.Builder())
                                .add(rule, texts.allows(text)));
            }
        });
        return new ByText(
                fact,
                others,
                named.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, one -> one.getValue().build())));
    }
}
