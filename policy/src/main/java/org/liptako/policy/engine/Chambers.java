package org.liptako.policy.engine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.decision.Role;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;

/** Every chamber of a rule set: the member States as home and as host, and the Alliance. */
final class Chambers {
    private final @Nullable Chamber[] homes = new @Nullable Chamber[Countries.span()];
    private final @Nullable Chamber[] hosts = new @Nullable Chamber[Countries.span()];
    private final Chamber region;

    Chambers(RuleSet rules, Fact operation) {
        FormCompiler forms = new FormCompiler();
        Map<String, CompiledRule> compiled = new HashMap<>();
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            compiled.putAll(compiled(rules.of(jurisdiction).rules(), forms));
        }
        Making making = new Making(operation, compiled, new DiscriminantsFinder());
        for (String country : Countries.memberStates()) {
            Jurisdiction state = Jurisdiction.ofState(country).orElseThrow();
            homes[Countries.pack(country)] = making.chamber(rules, state, Role.HOME);
            hosts[Countries.pack(country)] = making.chamber(rules, state, Role.HOST);
        }
        region = making.chamber(rules, Jurisdiction.AES, Role.REGION);
    }

    /** The State asked as home, by {@link Countries#pack}; null outside the member States. */
    @Nullable
    Chamber home(long country) {
        return homes[(int) country];
    }

    /** The State asked as host, by {@link Countries#pack}; null outside the member States. */
    @Nullable
    Chamber host(long country) {
        return hosts[(int) country];
    }

    Chamber region() {
        return region;
    }

    /** A deroger names bans of its own jurisdiction only, so numbers go by jurisdiction. */
    private static Map<String, CompiledRule> compiled(List<Rule> rules, FormCompiler forms) {
        Map<String, Integer> numbers = new HashMap<>();
        rules.forEach(rule -> numbers.put(rule.id(), numbers.size()));
        Map<String, CompiledRule> compiled = new HashMap<>();
        rules.forEach(rule -> compiled.put(rule.id(), new CompiledRule(rule, numbers, forms)));
        return compiled;
    }

    private record Making(Fact operation, Map<String, CompiledRule> compiled, DiscriminantsFinder discriminants) {

        Chamber chamber(RuleSet rules, Jurisdiction jurisdiction, Role role) {
            List<Rule> speaking = Chamber.speaking(rules.of(jurisdiction).rules(), role);
            List<CompiledRule> those = new ArrayList<>();
            speaking.forEach(rule -> those.add(requireNonNull(compiled.get(rule.id()))));
            List<Discriminants> telling =
                    speaking.stream().map(discriminants::of).toList();
            return new Chamber(jurisdiction, role, new RuleIndex(operation, those, telling), new Boundaries(speaking));
        }
    }
}
