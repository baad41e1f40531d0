package org.liptako.policy.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.yaml.YamlNode;

/** Reads the values that conditions compare facts with, each by its fact's type. */
public record ValueReader(Findings.OfFile findings) {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");

    /** One value, or one member of a set. */
    public Optional<FactValue> value(Fact fact, YamlNode node, String key) {
        return new Shapes(findings).text(node, key).flatMap(text -> value(fact, text));
    }

    /** A list of at least one; empty as soon as one of them is wrong. */
    public Optional<List<FactValue>> values(Fact fact, YamlNode node, String key) {
        return new Shapes(findings).list(node, key).flatMap(items -> {
            List<FactValue> values = new ArrayList<>();
            Set<FactValue> seen = new HashSet<>();
            for (YamlNode item : items) {
                value(fact, item, key).ifPresent(value -> {
                    values.add(value);
                    if (!seen.add(value)) {
                        findings.warning(item.place(), ConditionMistake.VALUE_REPEATED, Quoted.of(value.code()));
                    }
                });
            }
            return values.size() == items.size() ? Optional.of(values) : Optional.empty();
        });
    }

    private Optional<FactValue> value(Fact fact, YamlNode.Scalar written) {
        return switch (fact.type()) {
            case ENUM, ORDERED, SET -> choice(fact, written);
            case BOOLEAN -> new Words(findings).yesOrNo(written, fact.name()).map(FactValue.Flag::new);
            case COUNTRY -> country(fact, written);
            case INTEGER -> whole(fact, written);
            case IDENTIFIER -> Optional.of(new FactValue.Text(written.text()));
        };
    }

    private Optional<FactValue> choice(Fact fact, YamlNode.Scalar written) {
        Optional<FactWord> word = fact.wordInRules(written.text());
        if (word.isEmpty()) {
            Object hint = fact.wordByCode(written.text())
                    .<Object>map(known -> Hint.didYouMean(known.word()))
                    .orElseGet(() -> new Hint(written.text(), () -> words(fact)));
            findings.error(
                    written.place(), ConditionMistake.UNKNOWN_VALUE, Quoted.of(written.text()), fact.name(), hint);
        }
        return word.map(FactValue.Choice::new);
    }

    private static List<String> words(Fact fact) {
        return fact.words().stream().map(FactWord::word).toList();
    }

    private Optional<FactValue> country(Fact fact, YamlNode.Scalar written) {
        String code = written.text();
        if (!Countries.isAssigned(code)) {
            findings.error(written.place(), ConditionMistake.NOT_A_COUNTRY, Quoted.of(code));
            return Optional.empty();
        }
        if (fact.memberStatesOnly() && !Countries.isMemberState(code)) {
            findings.warning(written.place(), ConditionMistake.NEVER_A_MEMBER_STATE, fact.name(), code);
        }
        return Optional.of(new FactValue.Country(code));
    }

    private Optional<FactValue> whole(Fact fact, YamlNode.Scalar written) {
        String text = written.text();
        if (!WHOLE.matcher(text).matches()) {
            findings.error(written.place(), ConditionMistake.NOT_A_NUMBER, Quoted.of(text));
            return Optional.empty();
        }
        Optional<Long> number = parse(text).filter(fact.range()::contains);
        if (number.isEmpty()) {
            findings.error(
                    written.place(),
                    ConditionMistake.NUMBER_OUT_OF_RANGE,
                    Quoted.of(text),
                    fact.name(),
                    fact.range().min(),
                    fact.range().max());
        }
        return number.map(FactValue.Whole::new);
    }

    private static Optional<Long> parse(String digits) {
        try {
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
