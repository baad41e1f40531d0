package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liptako.policy.engine.Discriminants.Allowance;
import org.liptako.policy.engine.Discriminants.Allowance.Texts;
import org.liptako.policy.engine.Discriminants.Allowance.Values;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/** Which values of a fact leave it possible that a rule fires: exact where one part of a rule speaks of that fact alone. */
class DiscriminantsFinderTest {

    @Test
    void listedValuesAreThoseOnWhichEveryPartMayHold() {
        assertThat(reach("champ: {operation: [heberger, repliquer]}", "operation"))
                .contains(Set.of("STORE", "REPLICATE"));
        assertThat(reach(
                        "champ: {operation: [heberger, repliquer]}, condition: {fait: operation, parmi: [repliquer, effacer]}",
                        "operation"))
                .contains(Set.of("REPLICATE"));
        assertThat(reach(
                        "condition: {tous: [{fait: finalite, est: soins}, {fait: finalite, est: justice}]}", "purpose"))
                .contains(Set.of());
    }

    @Test
    void boundsAreIncluded() {
        assertThat(reach("champ: {jeu.classification: {au_moins: secret}}", "dataset.classification"))
                .contains(Set.of("SECRET", "TOP_SECRET"));
        assertThat(reach("champ: {jeu.classification: {au_plus: interne}}", "dataset.classification"))
                .contains(Set.of("PUBLIC", "INTERNAL"));
        assertThat(reach(
                        "champ: {jeu.classification: {au_moins: interne, au_plus: confidentiel}}",
                        "dataset.classification"))
                .contains(Set.of("INTERNAL", "RESTRICTED", "CONFIDENTIAL"));
    }

    @Test
    void connectivesOverOneFactAreSeenThrough() {
        assertThat(reach("condition: {pas: {fait: jeu.donnees_personnelles, est: aucune}}", "dataset.personal"))
                .contains(Set.of("PERSONAL", "SENSITIVE"));
        assertThat(reach(
                        "condition: {un_de: [{tous: [{fait: jeu.classification, au_moins: interne}, {fait: jeu.classification, au_plus: interne}]}, {fait: jeu.classification, est: secret}]}",
                        "dataset.classification"))
                .contains(Set.of("INTERNAL", "SECRET"));
        assertThat(reach("condition: {fait: finalite, egale: finalite}", "purpose")
                        .orElseThrow())
                .hasSize(fact("purpose").words().size());
    }

    @Test
    void booleansAndCountriesAreTold() {
        assertThat(reach("champ: {copie.chiffree: oui}", "copy.encrypted")).contains(Set.of("true"));
        assertThat(reach("champ: {copie.chiffree: non}", "copy.encrypted")).contains(Set.of("false"));
        assertThat(reach("champ: {lieu.etat: [FR, ZW]}", "target.state")).contains(Set.of("FR", "ZW"));
    }

    /** Membership hangs on the instant too: a country that was ever a member may be one, and may not be one. */
    @Test
    void aSpaceRulesOutOnlyThoseThatWereNeverItsMembers() {
        assertThat(reach("condition: {fait: lieu.etat, dans: UEMOA}", "target.state"))
                .contains(Set.of("ML", "BF", "NE", "BJ", "CI", "GW", "SN", "TG"));
        assertThat(reach("condition: {pas: {fait: lieu.etat, dans: UEMOA}}", "target.state"))
                .contains(Set.copyOf(Countries.codes()));
    }

    @Test
    void identifiersAreTheNamedOnesOrAllButSome() {
        assertThat(allowance("champ: {jeu.id: [DS-1, DS-2]}", "dataset.id"))
                .contains(new Texts(Set.of("DS-1", "DS-2"), Set.of("DS-1", "DS-2"), false));
        assertThat(allowance("condition: {pas: {fait: jeu.id, est: DS-1}}", "dataset.id"))
                .contains(new Texts(Set.of("DS-1"), Set.of(), true));
        assertThat(allowance(
                        "champ: {jeu.id: [DS-1, DS-2]}, condition: {pas: {fait: jeu.id, parmi: [DS-2, DS-3]}}",
                        "dataset.id"))
                .contains(new Texts(Set.of("DS-1", "DS-2", "DS-3"), Set.of("DS-1"), false));
        assertThat(allowance(
                        "condition: {tous: [{pas: {fait: jeu.id, est: DS-1}}, {pas: {fait: jeu.id, est: DS-2}}]}",
                        "dataset.id"))
                .contains(new Texts(Set.of("DS-1", "DS-2"), Set.of(), true));
    }

    /** One member may hold one part and another member the next, so only the first part tells. */
    @Test
    void ofASetOnlyTheFirstContainmentTells() {
        Allowance health = new Values(ranks("dataset.categories", "HEALTH"));

        assertThat(allowance("champ: {jeu.categories: sante}", "dataset.categories"))
                .contains(health);
        assertThat(allowance(
                        "champ: {jeu.categories: sante}, condition: {fait: jeu.categories, est: fiscal}",
                        "dataset.categories"))
                .contains(health);
        assertThat(allowance("condition: {fait: jeu.categories, uniquement: [sante]}", "dataset.categories"))
                .isEmpty();
        assertThat(allowance("condition: {pas: {fait: jeu.categories, est: sante}}", "dataset.categories"))
                .isEmpty();
    }

    @Test
    void partsOverSeveralFactsOrIntegersRuleNothingOut() {
        for (String rest : List.of(
                "condition: {un_de: [{fait: finalite, est: soins}, {fait: copie.chiffree, est: oui}]}",
                "condition: {fait: lieu.etat, egale: jeu.etat}",
                "champ: {lieu.niveau: 3}")) {
            assertThat(discriminants("effet: interdire, " + rest).allowances())
                    .as(rest)
                    .isEmpty();
        }
    }

    /** An exiger fires where its condition does not hold, and may owe something where it does. */
    @Test
    void anExigerIsRuledOutByItsScopeAlone() {
        Discriminants found =
                discriminants("effet: exiger, champ: {finalite: soins}, condition: {fait: copie.chiffree, est: oui}");

        assertThat(found.allowances().keySet()).containsExactly(fact("purpose"));
    }

    @Test
    void aFactThatHasBeenAskedIsLeftOut() {
        Discriminants found = discriminants("effet: interdire, champ: {operation: heberger, finalite: soins}");

        assertThat(found.without(fact("operation")).allowances().keySet()).containsExactly(fact("purpose"));
    }

    @Test
    void theReachOfARuleTellsNoMembersNorExceptions() {
        Rule rule =
                rule("effet: interdire, champ: {jeu.categories: sante}, condition: {pas: {fait: jeu.id, est: DS-1}}");
        RuleReach reach = RuleReach.of(List.of(rule)).getFirst();

        assertThat(reach.rule()).isEqualTo(rule);
        assertThat(reach.values(fact("dataset.categories"))).isEmpty();
        assertThat(reach.values(fact("dataset.id"))).isEmpty();
        assertThat(reach.values(fact("operation"))).isEmpty();
        assertThat(reach("champ: {jeu.id: DS-1}", "dataset.id")).contains(Set.of("DS-1"));
    }

    private static Optional<Set<String>> reach(String rest, String fact) {
        return RuleReach.of(List.of(rule("effet: interdire, " + rest)))
                .getFirst()
                .values(fact(fact));
    }

    private static Optional<Allowance> allowance(String rest, String fact) {
        return Optional.ofNullable(
                discriminants("effet: interdire, " + rest).allowances().get(fact(fact)));
    }

    private static Discriminants discriminants(String rest) {
        return new DiscriminantsFinder().of(rule(rest));
    }

    private static Rule rule(String rest) {
        return new Rulebook().rule("ML-1", rest).ruleSet().rules().getFirst();
    }

    private static BitSet ranks(String fact, String code) {
        BitSet ranks = new BitSet();
        ranks.set(fact(fact).wordByCode(code).orElseThrow().rank());
        return ranks;
    }

    private static Fact fact(String code) {
        return Vocabulary.standard().theFact(code);
    }
}
