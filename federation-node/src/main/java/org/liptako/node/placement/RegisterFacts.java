package org.liptako.node.placement;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import org.liptako.pki.name.State;
import org.liptako.policy.facts.FactsBuilder;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/** {@code authorisation.X}: what the register of each data protection authority says. */
final class RegisterFacts {
    private final Map<ProtectionAuthority, Fact> facts = new EnumMap<>(ProtectionAuthority.class);

    RegisterFacts(Vocabulary vocabulary) {
        for (ProtectionAuthority authority : ProtectionAuthority.values()) {
            facts.put(authority, vocabulary.theFact(authority.fact()));
        }
    }

    /** Tells what the registers of these States say. */
    void tell(FactsBuilder builder, Map<State, String> authorisations, Predicate<State> keepers) {
        facts.forEach((authority, fact) -> {
            String status = authorisations.get(authority.state());
            if (keepers.test(authority.state())) {
                RecordedWords.tell(builder, fact, status);
            }
        });
    }
}
