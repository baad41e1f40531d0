package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Countries;

class ChambersTest {

    @Test
    void onlyJurisdictionsWhoseRulesChangedAreCompiledAgain() {
        RuleSet before = new Rulebook().rule("ML-A", "effet: autoriser").ruleSet();
        RuleSet stricter = new Rulebook().rule("AES-B", "effet: interdire").ruleSet();
        Map<Jurisdiction, Compendium> compendia = new EnumMap<>(Jurisdiction.class);
        Jurisdiction.all()
                .forEach(one -> compendia.put(one, one == Jurisdiction.AES ? stricter.of(one) : before.of(one)));

        Chambers first = chambers(before, Optional.empty());
        Chambers second = chambers(new RuleSet(before.vocabulary(), compendia), Optional.of(first));

        for (String state : Countries.memberStates()) {
            assertThat(second.home(Countries.pack(state))).isNotNull().isSameAs(first.home(Countries.pack(state)));
            assertThat(second.host(Countries.pack(state))).isNotNull().isSameAs(first.host(Countries.pack(state)));
        }
        assertThat(second.region()).isNotSameAs(first.region());
    }

    @Test
    void noChamberSpeaksForAPlaceOutsideTheMemberStates() {
        Chambers chambers = chambers(new Rulebook().ruleSet(), Optional.empty());

        assertThat(chambers.home(Countries.pack("FR"))).isNull();
        assertThat(chambers.host(Countries.pack("ZZ"))).isNull();
    }

    private static Chambers chambers(RuleSet rules, Optional<Chambers> before) {
        return new Chambers(rules, rules.vocabulary().theFact("operation"), before);
    }
}
