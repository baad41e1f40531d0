package org.liptako.policy.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;

/** The few values that rules and documents draw from, so that they meet. */
final class GeneratedValues {

    static final List<String> COUNTRIES = List.of("ML", "BF", "NE", "ML", "BF", "NE", "SN", "CI", "GH", "FR", "NO");

    private GeneratedValues() {}

    /** The values of a fact as documents write them. */
    static List<String> codes(Fact fact) {
        return switch (fact.type()) {
            case ENUM, ORDERED, SET -> fact.words().stream().map(FactWord::code).toList();
            case BOOLEAN -> List.of("true", "false");
            case COUNTRY -> fact.memberStatesOnly() ? List.of("ML", "BF", "NE") : COUNTRIES;
            case INTEGER -> numbers(fact);
            case IDENTIFIER -> List.of("ML-BKO-1", "BF-OUA-1", "NE-NIM-1", "é\\\"𝄞 \\\\ #", "oui");
        };
    }

    /** The values of a fact as rule files write them, each fit for a double-quoted scalar. */
    static List<String> words(Fact fact) {
        return switch (fact.type()) {
            case ENUM, ORDERED, SET -> fact.words().stream().map(FactWord::word).toList();
            case BOOLEAN -> List.of("oui", "non");
            case COUNTRY, INTEGER, IDENTIFIER -> codes(fact);
        };
    }

    private static List<String> numbers(Fact fact) {
        LongStream candidates = LongStream.of(
                0, 1, 2, 3, 4, 5, 29, 30, 31, 499, 500, -1, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE);
        return new ArrayList<>(candidates
                .filter(fact.range()::contains)
                .mapToObj(Long::toString)
                .toList());
    }
}
