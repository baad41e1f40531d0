package org.liptako.policy.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.liptako.policy.vocabulary.Countries;

/**
 * The countries that a rule set tells apart: those that a rule or a space names. All others fare alike.
 *
 * @param codes sorted
 */
public record NamedCountries(List<String> codes) {

    public NamedCountries {
        codes = codes.stream().distinct().sorted().toList();
    }

    public static NamedCountries of(RuleSet rules) {
        Stream<String> inSpaces = rules.vocabulary().spaces().stream()
                .flatMap(space -> space.memberships().stream())
                .flatMap(membership -> membership.members().stream());
        Stream<String> inRules = rules.rules().stream()
                .flatMap(rule ->
                        Stream.concat(rule.scope().forms(), rule.condition().forms()))
                .flatMap(form -> form.values().stream())
                .filter(FactValue.Country.class::isInstance)
                .map(FactValue::code);
        return new NamedCountries(Stream.concat(inSpaces, inRules).toList());
    }

    /** The first of the other countries, by code: it stands for all of them. */
    public String stranger() {
        Set<String> named = Set.copyOf(codes);
        return Countries.codes().stream()
                .filter(code -> !named.contains(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the rules name every country"));
    }
}
