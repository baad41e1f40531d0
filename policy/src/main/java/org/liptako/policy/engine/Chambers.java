package org.liptako.policy.engine;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.decision.Role;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;

/** Every chamber of a rule set: the member States as home and as host, and the Alliance. */
final class Chambers {
    private final Map<Jurisdiction, CompiledLaw> laws = new EnumMap<>(Jurisdiction.class);
    private final @Nullable Chamber[] homes = new @Nullable Chamber[Countries.span()];
    private final @Nullable Chamber[] hosts = new @Nullable Chamber[Countries.span()];
    private final Chamber region;

    /** @param before those of an earlier rule set in the same words: what both have in common is not compiled again */
    Chambers(RuleSet rules, Fact operation, Optional<Chambers> before) {
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            Compendium compendium = rules.of(jurisdiction);
            laws.put(
                    jurisdiction,
                    before.map(earlier -> earlier.law(jurisdiction))
                            .filter(law -> law.isOf(compendium))
                            .orElseGet(() -> new CompiledLaw(compendium, operation)));
        }
        for (String country : Countries.memberStates()) {
            CompiledLaw law = law(Jurisdiction.ofState(country).orElseThrow());
            homes[Countries.pack(country)] = law.in(Role.HOME);
            hosts[Countries.pack(country)] = law.in(Role.HOST);
        }
        region = law(Jurisdiction.AES).in(Role.REGION);
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

    private CompiledLaw law(Jurisdiction jurisdiction) {
        return requireNonNull(laws.get(jurisdiction));
    }
}
