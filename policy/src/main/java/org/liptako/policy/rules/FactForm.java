package org.liptako.policy.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Space;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.yaml.YamlNode;

/** Reads what is said of one fact: the forms with {@code fait}, and the lines of {@code champ}. */
final class FactForm {

    static final String FACT = "fait";

    private static final String IS = "est";
    private static final String ONE_OF = "parmi";
    private static final String ONLY = "uniquement";
    private static final String AT_LEAST = "au_moins";
    private static final String AT_MOST = "au_plus";
    private static final String SAME = "egale";
    private static final String MEMBER_OF = "dans";

    static final List<String> OPERATORS = List.of(IS, ONE_OF, ONLY, AT_LEAST, AT_MOST, SAME, MEMBER_OF);
    private static final List<String> BOUNDS = List.of(AT_LEAST, AT_MOST);

    private final Vocabulary vocabulary;
    private final Findings.OfFile findings;
    private final Shapes shapes;
    private final ValueReader values;

    FactForm(Vocabulary vocabulary, Findings.OfFile findings) {
        this.vocabulary = vocabulary;
        this.findings = findings;
        this.shapes = new Shapes(findings);
        this.values = new ValueReader(findings);
    }

    /** The fact that a text names. */
    Optional<Fact> named(YamlNode.Scalar name) {
        String written = name.text();
        Optional<Fact> fact = vocabulary.factInRules(written);
        if (fact.isEmpty()) {
            Object hint = vocabulary
                    .fact(written)
                    .<Object>map(known -> Hint.didYouMean(known.name()))
                    .orElseGet(() -> new Hint(written, this::names));
            findings.error(name.place(), ConditionMistake.UNKNOWN_FACT, Quoted.of(written), hint);
        }
        return fact;
    }

    /** A form whose keys are among {@link #FACT} and {@link #OPERATORS}. */
    Optional<Condition> read(Fields fields) {
        List<String> operators = OPERATORS.stream().filter(fields::has).toList();
        Optional<YamlNode.Scalar> name = fields.require(FACT).flatMap(node -> shapes.text(node, FACT));
        Optional<Fact> fact = name.flatMap(this::named);
        if (operators.isEmpty()) {
            name.ifPresent(
                    text -> findings.error(fields.place(), ConditionMistake.NOTHING_SAID, Quoted.of(text.text())));
            return Optional.empty();
        }
        if (operators.size() > 1 && !BOUNDS.containsAll(operators)) {
            findings.error(fields.place(), ConditionMistake.FORMS_MIXED, operators.get(0), operators.get(1));
            return Optional.empty();
        }
        return fact.flatMap(one -> said(one, fields, operators.getFirst()));
    }

    /** One line of {@code champ}: a value, a list of values, or a range. */
    Optional<Condition> ofScope(Fact fact, YamlNode value) {
        return switch (value) {
            case YamlNode.Scalar text -> values.value(fact, text, fact.name()).map(one -> new Condition.Is(fact, one));
            case YamlNode.Sequence list ->
                values.values(fact, list, fact.name()).map(some -> new Condition.OneOf(fact, some));
            case YamlNode.Mapping map ->
                shapes.fields(map, fact.name(), BOUNDS).flatMap(bounds -> within(fact, bounds));
            case YamlNode.Broken broken -> Optional.empty();
        };
    }

    private Optional<Condition> said(Fact fact, Fields fields, String operator) {
        YamlNode value = fields.get(operator).orElseThrow();
        return switch (operator) {
            case IS -> values.value(fact, value, IS).map(one -> new Condition.Is(fact, one));
            case ONE_OF -> values.values(fact, value, ONE_OF).map(some -> new Condition.OneOf(fact, some));
            case ONLY -> only(fact, value);
            case SAME -> same(fact, value);
            case MEMBER_OF -> memberOf(fact, value);
            default -> within(fact, fields);
        };
    }

    private Optional<Condition> only(Fact fact, YamlNode value) {
        if (!fact.type().isSet()) {
            findings.error(value.place(), ConditionMistake.ONLY_OF_A_SET, fact.name());
            return Optional.empty();
        }
        return values.values(fact, value, ONLY).map(some -> new Condition.Only(fact, some));
    }

    private Optional<Condition> same(Fact fact, YamlNode value) {
        return shapes.text(value, SAME).flatMap(this::named).flatMap(other -> {
            if (!fact.isComparableWith(other)) {
                findings.error(value.place(), ConditionMistake.NOT_COMPARABLE, fact.name(), other.name());
                return Optional.empty();
            }
            return Optional.of(new Condition.Same(fact, other));
        });
    }

    private Optional<Condition> memberOf(Fact fact, YamlNode value) {
        if (!fact.type().isCountry()) {
            findings.error(value.place(), ConditionMistake.NO_COUNTRY_FACT, fact.name());
            return Optional.empty();
        }
        return shapes.text(value, MEMBER_OF).flatMap(text -> {
            Optional<Space> space = vocabulary.spaceInRules(text.text());
            if (space.isEmpty()) {
                findings.error(
                        text.place(),
                        ConditionMistake.UNKNOWN_SPACE,
                        Quoted.of(text.text()),
                        new Hint(text.text(), this::spaces));
            }
            return space.map(one -> new Condition.MemberOf(fact, one));
        });
    }

    private Optional<Condition> within(Fact fact, Fields bounds) {
        List<String> there = BOUNDS.stream().filter(bounds::has).toList();
        if (there.isEmpty()) {
            return Optional.empty();
        }
        if (!fact.type().isComparable()) {
            String bound = there.getFirst();
            findings.error(bounds.place(bound), ConditionMistake.BOUND_WITHOUT_ORDER, bound, fact.name());
            return Optional.empty();
        }
        FactValue least = bound(fact, bounds, AT_LEAST);
        FactValue most = bound(fact, bounds, AT_MOST);
        if (least != null && most != null && least.compareTo(most) > 0) {
            findings.warning(bounds.place(), ConditionMistake.EMPTY_RANGE, fact.name());
        }
        return least == null && most == null ? Optional.empty() : Optional.of(new Condition.Within(fact, least, most));
    }

    private List<String> names() {
        return vocabulary.facts().stream().map(Fact::name).toList();
    }

    private List<String> spaces() {
        return vocabulary.spaces().stream().map(Space::code).toList();
    }

    private @Nullable FactValue bound(Fact fact, Fields bounds, String key) {
        return bounds.get(key).flatMap(node -> values.value(fact, node, key)).orElse(null);
    }
}
