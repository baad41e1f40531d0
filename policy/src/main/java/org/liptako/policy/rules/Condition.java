package org.liptako.policy.rules;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Space;

/**
 * What must hold of the facts, in the forms of rule files. A form over an unknown fact is unknown; {@link All},
 * {@link AnyOf} and {@link Not} follow Kleene's strong tables. Types have been checked by the loader.
 */
public sealed interface Condition {

    /** True of every document: an absent {@code champ} or {@code condition}. */
    static All always() {
        return new All(List.of());
    }

    /** {@code est}: the fact equals the value; a SET contains it. */
    record Is(Fact fact, FactValue value) implements Condition {
        public Is {
            requireNonNull(fact, "fact is null");
            requireNonNull(value, "value is null");
        }

        @Override
        public List<FactValue> values() {
            return List.of(value);
        }
    }

    /** {@code parmi}: the fact equals one of the values; a SET contains one of them. Values are sorted, without repeats. */
    record OneOf(Fact fact, List<FactValue> values) implements Condition {
        public OneOf {
            requireNonNull(fact, "fact is null");
            values = sorted(values);
        }
    }

    /** {@code uniquement}: every member of a SET is one of the values. Values are sorted, without repeats. */
    record Only(Fact fact, List<FactValue> values) implements Condition {
        public Only {
            requireNonNull(fact, "fact is null");
            values = sorted(values);
        }
    }

    /** {@code au_moins} and {@code au_plus}, at least one of the two: bounds on an ORDERED or INTEGER fact, included. */
    record Within(
            Fact fact,
            @Nullable FactValue atLeast,
            @Nullable FactValue atMost) implements Condition {
        public Within {
            requireNonNull(fact, "fact is null");
            if (atLeast == null && atMost == null) {
                throw new IllegalArgumentException("no bound on " + fact);
            }
        }
    }

    /** {@code egale}: the two facts have the same value. */
    record Same(Fact fact, Fact other) implements Condition {
        public Same {
            requireNonNull(fact, "fact is null");
            requireNonNull(other, "other is null");
        }
    }

    /** {@code dans}: the country is a member of the space at the instant judged. */
    record MemberOf(Fact fact, Space space) implements Condition {
        public MemberOf {
            requireNonNull(fact, "fact is null");
            requireNonNull(space, "space is null");
        }
    }

    /** {@code tous}: every part holds; true if there is none. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** {@code un_de}: one of the parts holds, of at least one. */
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("un_de needs at least one part");
            }
        }
    }

    /** {@code pas}: the part does not hold. */
    record Not(Condition part) implements Condition {
        public Not {
            requireNonNull(part, "part is null");
        }
    }

    /** The facts that this condition names, in written order, with repeats. */
    default Stream<Fact> facts() {
        return forms().flatMap(form -> switch (form) {
            case Is is -> Stream.of(is.fact());
            case OneOf oneOf -> Stream.of(oneOf.fact());
            case Only only -> Stream.of(only.fact());
            case Within within -> Stream.of(within.fact());
            case Same same -> Stream.of(same.fact(), same.other());
            case MemberOf memberOf -> Stream.of(memberOf.fact());
            case All all -> Stream.<Fact>empty();
            case AnyOf anyOf -> Stream.<Fact>empty();
            case Not not -> Stream.<Fact>empty();
        });
    }

    /** The values that this form itself compares its fact with; bounds are none. */
    default List<FactValue> values() {
        return List.of();
    }

    /** This condition and all inside it, outermost first. */
    default Stream<Condition> forms() {
        Stream<Condition> inside = switch (this) {
            case All all -> all.parts().stream().flatMap(Condition::forms);
            case AnyOf anyOf -> anyOf.parts().stream().flatMap(Condition::forms);
            case Not not -> not.part().forms();
            case Is is -> Stream.empty();
            case OneOf oneOf -> Stream.empty();
            case Only only -> Stream.empty();
            case Within within -> Stream.empty();
            case Same same -> Stream.empty();
            case MemberOf memberOf -> Stream.empty();
        };
        return Stream.concat(Stream.of(this), inside);
    }

    private static List<FactValue> sorted(List<FactValue> values) {
        Set<FactValue> distinct = new TreeSet<>(values);
        if (distinct.isEmpty()) {
            throw new IllegalArgumentException("no value to compare with");
        }
        return List.copyOf(distinct);
    }
}
