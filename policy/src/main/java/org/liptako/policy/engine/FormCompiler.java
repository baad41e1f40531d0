package org.liptako.policy.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.engine.FormTable.Row;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;
import org.liptako.policy.vocabulary.Space;

/** Turns conditions into rows of a {@link FormTable}; a condition met before is the row it was. Not thread-safe. */
final class FormCompiler {
    private static final Object NO_OPERAND = new Object();

    private final List<Row> rows = new ArrayList<>();
    private final Map<Condition, Integer> rowOf = new HashMap<>();
    private final Map<Space, CompiledSpace> spaces = new HashMap<>();

    /** The row of a condition. */
    int row(Condition condition) {
        Integer known = rowOf.get(condition);
        if (known != null) {
            return known;
        }
        // Inner forms come first: they take rows of their own while this one is made.
        Row made = make(condition);
        int row = rows.size();
        rows.add(made);
        rowOf.put(condition, row);
        return row;
    }

    FormTable table() {
        return new FormTable(rows);
    }

    private Row make(Condition condition) {
        return switch (condition) {
            case Condition.Is is -> is(is.fact(), is.value());
            case Condition.OneOf oneOf -> oneOf(oneOf.fact(), oneOf.values());
            case Condition.Only only -> form(FormTable.ONLY, only.fact(), ranks(only.values()));
            case Condition.Within within ->
                between(within.fact(), bits(within.atLeast(), Long.MIN_VALUE), bits(within.atMost(), Long.MAX_VALUE));
            case Condition.Same same -> same(same.fact(), same.other());
            case Condition.MemberOf member ->
                form(FormTable.MEMBER, member.fact(), spaces.computeIfAbsent(member.space(), CompiledSpace::new));
            case Condition.All all -> connective(all.parts().isEmpty() ? FormTable.ALWAYS : FormTable.ALL, all.parts());
            case Condition.AnyOf any -> connective(FormTable.ANY, any.parts());
            case Condition.Not not -> connective(FormTable.NOT, List.of(not.part()));
        };
    }

    private static Row is(Fact fact, FactValue value) {
        return switch (fact.type()) {
            case ENUM, ORDERED, BOOLEAN, COUNTRY, INTEGER -> between(fact, value.bits(), value.bits());
            case SET -> form(FormTable.MEETS, fact, 1L << value.bits());
            case IDENTIFIER -> form(FormTable.AMONG_TEXTS, fact, Set.of(value.code()));
        };
    }

    private static Row oneOf(Fact fact, List<FactValue> values) {
        return switch (fact.type()) {
            case ENUM, ORDERED, BOOLEAN -> form(FormTable.AMONG, fact, ranks(values));
            case COUNTRY ->
                form(
                        FormTable.AMONG_COUNTRIES,
                        fact,
                        CompiledSpace.bits(values.stream().map(FactValue::code).toList()));
            case INTEGER ->
                form(
                        FormTable.AMONG_NUMBERS,
                        fact,
                        values.stream().mapToLong(FactValue::bits).sorted().toArray());
            case SET -> form(FormTable.MEETS, fact, ranks(values));
            case IDENTIFIER ->
                form(
                        FormTable.AMONG_TEXTS,
                        fact,
                        values.stream().map(FactValue::code).collect(Collectors.toUnmodifiableSet()));
        };
    }

    private static Row between(Fact fact, long least, long most) {
        return new Row(FormTable.BETWEEN, List.of(fact), least, most, NO_OPERAND);
    }

    private static Row same(Fact fact, Fact other) {
        byte kind = fact.type() == FactType.IDENTIFIER ? FormTable.SAME_TEXT : FormTable.SAME;
        return new Row(kind, List.of(fact, other), 0, 0, NO_OPERAND);
    }

    private static Row form(byte kind, Fact fact, long ranks) {
        return new Row(kind, List.of(fact), ranks, 0, NO_OPERAND);
    }

    private static Row form(byte kind, Fact fact, Object operand) {
        return new Row(kind, List.of(fact), 0, 0, operand);
    }

    private Row connective(byte kind, List<Condition> parts) {
        return new Row(kind, List.of(), 0, 0, parts.stream().mapToInt(this::row).toArray());
    }

    private static long bits(@Nullable FactValue bound, long none) {
        return bound == null ? none : bound.bits();
    }

    private static long ranks(List<FactValue> values) {
        return values.stream().mapToLong(value -> 1L << value.bits()).reduce(0, (one, other) -> one | other);
    }
}
