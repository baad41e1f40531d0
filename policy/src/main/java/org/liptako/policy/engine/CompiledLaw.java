package org.liptako.policy.engine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liptako.policy.decision.Role;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Fact;

/**
 * One jurisdiction's rules, compiled for each role in which they are asked. It hangs on nothing but these rules and their vocabulary, so rule sets that share a
 * jurisdiction's rules share this. Immutable, thread-safe.
 */
final class CompiledLaw {
    private final Compendium source;
    private final Map<Role, Chamber> chambers = new EnumMap<>(Role.class);

    CompiledLaw(Compendium source, Fact operation) {
        this.source = source;
        FormCompiler forms = new FormCompiler();
        Map<String, CompiledRule> compiled = compiled(source.rules(), forms);
        DiscriminantsFinder discriminants = new DiscriminantsFinder();
        List<Role> roles = source.jurisdiction().isState() ? List.of(Role.HOME, Role.HOST) : List.of(Role.REGION);
        // Most rules speak in every role, and often all of them.
        Map<List<Rule>, Found> found = new HashMap<>();
        for (Role role : roles) {
            Found heard = found.computeIfAbsent(Chamber.speaking(source.rules(), role), speaking -> {
                List<CompiledRule> those = new ArrayList<>();
                speaking.forEach(rule -> those.add(requireNonNull(compiled.get(rule.id()))));
                List<Discriminants> telling =
                        speaking.stream().map(discriminants::of).toList();
                return new Found(new RuleIndex(operation, those, telling), new Boundaries(speaking));
            });
            chambers.put(role, new Chamber(source.jurisdiction(), role, heard.index(), heard.boundaries()));
        }
    }

    private record Found(RuleIndex index, Boundaries boundaries) {}

    /** Whether it was compiled from these very rules. */
    @SuppressWarnings("ReferenceEquality") // Equal rules would do as well, and would take comparing thousands.
    boolean isOf(Compendium rules) {
        return source == rules;
    }

    /** The jurisdiction in a role in which it is asked. */
    Chamber in(Role role) {
        return requireNonNull(chambers.get(role));
    }

    /** A deroger names bans of its own jurisdiction only, so numbers go by jurisdiction. */
    private static Map<String, CompiledRule> compiled(List<Rule> rules, FormCompiler forms) {
        Map<String, Integer> numbers = new HashMap<>();
        rules.forEach(rule -> numbers.put(rule.id(), numbers.size()));
        Map<String, CompiledRule> compiled = new HashMap<>();
        rules.forEach(rule -> compiled.put(rule.id(), new CompiledRule(rule, numbers, forms)));
        return compiled;
    }
}
