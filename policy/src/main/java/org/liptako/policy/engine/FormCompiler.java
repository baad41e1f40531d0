package org.liptako.policy.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;
import org.liptako.policy.vocabulary.Space;

/** Compiles conditions; a condition met before is the form it was. Not thread-safe. */
final class FormCompiler {
    private final Map<Condition, CompiledForm> made = new HashMap<>();
    private final Map<Space, CompiledSpace> spaces = new HashMap<>();

    /** The compiled form of a condition. */
    CompiledForm form(Condition condition) {
        CompiledForm known = made.get(condition);
        if (known == null) {
            // Inner forms are put in while this one is made, so no computeIfAbsent.
            known = make(condition);
            made.put(condition, known);
        }
        return known;
    }

    private CompiledForm make(Condition condition) {
        return switch (condition) {
            case Condition.Is is -> is(is.fact(), is.value());
            case Condition.OneOf oneOf -> oneOf(oneOf.fact(), oneOf.values());
            case Condition.Only only -> new CompiledForm.Only(only.fact(), ranks(only.values()));
            case Condition.Within within ->
                new CompiledForm.Between(
                        within.fact(), bits(within.atLeast(), Long.MIN_VALUE), bits(within.atMost(), Long.MAX_VALUE));
            case Condition.Same same ->
                same.fact().type() == FactType.IDENTIFIER
                        ? new CompiledForm.SameText(same.fact(), same.other())
                        : new CompiledForm.Same(same.fact(), same.other());
            case Condition.MemberOf member ->
                new CompiledForm.Member(member.fact(), spaces.computeIfAbsent(member.space(), CompiledSpace::new));
            case Condition.All all ->
                all.parts().isEmpty() ? new CompiledForm.Always() : new CompiledForm.All(forms(all.parts()));
            case Condition.AnyOf any -> new CompiledForm.Any(forms(any.parts()));
            case Condition.Not not -> new CompiledForm.Not(form(not.part()));
        };
    }

    private CompiledForm[] forms(List<Condition> parts) {
        return parts.stream().map(this::form).toArray(CompiledForm[]::new);
    }

    private static CompiledForm is(Fact fact, FactValue value) {
        return switch (fact.type()) {
            case ENUM, ORDERED, BOOLEAN, COUNTRY, INTEGER -> new CompiledForm.Between(fact, value.bits(), value.bits());
            case SET -> new CompiledForm.Meets(fact, 1L << value.bits());
            case IDENTIFIER -> new CompiledForm.IsText(fact, value.code());
        };
    }

    private static CompiledForm oneOf(Fact fact, List<FactValue> values) {
        return switch (fact.type()) {
            case ENUM, ORDERED, BOOLEAN -> new CompiledForm.Among(fact, ranks(values));
            case COUNTRY ->
                new CompiledForm.AmongCountries(
                        fact,
                        CompiledSpace.bits(values.stream().map(FactValue::code).toList()));
            case INTEGER ->
                new CompiledForm.AmongNumbers(
                        fact,
                        values.stream().mapToLong(FactValue::bits).sorted().toArray());
            case SET -> new CompiledForm.Meets(fact, ranks(values));
            case IDENTIFIER ->
                new CompiledForm.AmongTexts(
                        fact, values.stream().map(FactValue::code).collect(Collectors.toUnmodifiableSet()));
        };
    }

    private static long bits(@Nullable FactValue bound, long none) {
        return bound == null ? none : bound.bits();
    }

    private static long ranks(List<FactValue> values) {
        return values.stream().mapToLong(value -> 1L << value.bits()).reduce(0, (one, other) -> one | other);
    }
}
