package org.liptako.policy.opa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.opa.OpaData.FormData;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;

/** Gathers the forms over facts of a jurisdiction, each once, so that OPA evaluates each once a question. Not thread-safe. */
final class OpaForms {
    private final List<FormData> forms = new ArrayList<>();
    private final Map<Condition, Integer> places = new HashMap<>();

    /** The place of a form that is no connective; also of the condition that always holds. */
    int place(Condition form) {
        return places.computeIfAbsent(form, one -> {
            forms.add(data(one));
            return forms.size() - 1;
        });
    }

    List<FormData> all() {
        return forms;
    }

    /** Nanoseconds since 1970; what is before or after all instants judged is null. */
    static @Nullable Long nanos(@Nullable Instant instant) {
        return instant == null || instant.equals(Instant.MIN) || instant.equals(Instant.MAX)
                ? null
                : Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L);
    }

    private static FormData data(Condition form) {
        return switch (form) {
            case Condition.Is is -> among(is.fact(), List.of(is.value()));
            case Condition.OneOf oneOf -> among(oneOf.fact(), oneOf.values());
            case Condition.Only only -> values("only", only.fact(), only.values());
            case Condition.Within within -> bounds(within);
            case Condition.Same same ->
                new FormData("same", List.of(same.fact().code(), same.other().code()), null, null, null, null);
            case Condition.MemberOf member ->
                new FormData(
                        "member_of",
                        List.of(member.fact().code()),
                        null,
                        null,
                        null,
                        member.space().code());
            case Condition.All all -> always(all);
            case Condition.AnyOf any -> throw connective(any);
            case Condition.Not not -> throw connective(not);
        };
    }

    private static FormData among(Fact fact, List<FactValue> values) {
        return values(fact.type() == FactType.SET ? "contains" : "one_of", fact, values);
    }

    private static FormData values(String kind, Fact fact, List<FactValue> values) {
        return new FormData(
                kind, List.of(fact.code()), values.stream().map(OpaForms::json).toList(), null, null, null);
    }

    private static FormData bounds(Condition.Within within) {
        Fact fact = within.fact();
        boolean ranked = fact.type() == FactType.ORDERED;
        FactValue least = within.atLeast();
        FactValue most = within.atMost();
        Object lowest = ranked ? fact.words().getFirst().code() : (Object) Long.MIN_VALUE;
        Object highest = ranked ? fact.words().getLast().code() : (Object) Long.MAX_VALUE;
        return new FormData(
                ranked ? "ranked" : "between",
                List.of(fact.code()),
                null,
                least == null ? lowest : json(least),
                most == null ? highest : json(most),
                null);
    }

    private static FormData always(Condition.All all) {
        if (!all.parts().isEmpty()) {
            throw connective(all);
        }
        return new FormData("always", List.of(), null, null, null, null);
    }

    /** A value as a facts document writes it. */
    private static Object json(FactValue value) {
        return switch (value) {
            case FactValue.Choice choice -> choice.code();
            case FactValue.Flag flag -> flag.value();
            case FactValue.Country country -> country.code();
            case FactValue.Whole whole -> whole.number();
            case FactValue.Text text -> text.text();
        };
    }

    private static IllegalArgumentException connective(Condition condition) {
        return new IllegalArgumentException("a connective is no form over facts: " + condition);
    }
}
