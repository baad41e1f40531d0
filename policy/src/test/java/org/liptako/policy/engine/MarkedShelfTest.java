package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each kind of fact leaves of the rules of a shelf; ML-1 never names the fact, so it always stays. */
class MarkedShelfTest {

    @Test
    void aListedValueLeavesTheRulesThatItMayMakeFire() {
        MarkedShelf shelf = shelf(
                "effet: autoriser",
                "effet: interdire, champ: {finalite: soins}",
                "effet: interdire, champ: {finalite: [soins, recherche]}",
                "effet: interdire, condition: {pas: {fait: finalite, est: soins}}");

        assertThat(left(shelf, "'purpose': 'CARE'")).containsExactly("ML-1", "ML-2", "ML-3");
        assertThat(left(shelf, "'purpose': 'RESEARCH'")).containsExactly("ML-1", "ML-3", "ML-4");
        assertThat(left(shelf, "'purpose': 'AUDIT'")).containsExactly("ML-1", "ML-4");
    }

    @Test
    void anUnknownFactRulesNothingOut() {
        MarkedShelf shelf = shelf(
                "effet: autoriser",
                "effet: interdire, champ: {finalite: soins}",
                "effet: interdire, champ: {jeu.id: DS-1}",
                "effet: interdire, champ: {jeu.categories: sante}");

        assertThat(left(shelf, "")).containsExactly("ML-1", "ML-2", "ML-3", "ML-4");
    }

    @Test
    void aBooleanLeavesOneSide() {
        MarkedShelf shelf = shelf(
                "effet: autoriser",
                "effet: interdire, champ: {copie.chiffree: non}",
                "effet: interdire, champ: {copie.chiffree: oui}");

        assertThat(left(shelf, "'copy': {'encrypted': false}")).containsExactly("ML-1", "ML-2");
        assertThat(left(shelf, "'copy': {'encrypted': true}")).containsExactly("ML-1", "ML-3");
    }

    @Test
    void aCountryLeavesItsOwnRulesAndThoseOfItsSpaces() {
        MarkedShelf shelf = shelf(
                "effet: autoriser",
                "effet: interdire, champ: {lieu.etat_du_proprietaire: [FR, ZW]}",
                "effet: interdire, condition: {fait: lieu.etat_du_proprietaire, dans: UEMOA}");

        assertThat(left(shelf, "'target': {'state': 'BF', 'owner_state': 'ZW'}"))
                .containsExactly("ML-1", "ML-2");
        assertThat(left(shelf, "'target': {'state': 'BF', 'owner_state': 'TG'}"))
                .containsExactly("ML-1", "ML-3");
        assertThat(left(shelf, "'target': {'state': 'BF', 'owner_state': 'AD'}"))
                .containsExactly("ML-1");
    }

    /** Whatever member the rule speaks of, the set may hold it: a document's first member, its last, or its only one. */
    @Test
    void aSetLeavesTheRulesOfAnyOfItsMembers() {
        MarkedShelf shelf = shelf(
                "effet: autoriser",
                "effet: interdire, champ: {jeu.categories: sante}",
                "effet: interdire, champ: {jeu.categories: [foncier, autre]}",
                "effet: interdire, champ: {jeu.categories: etat_civil}");

        assertThat(left(shelf, categories("'HEALTH'"))).containsExactly("ML-1", "ML-2");
        assertThat(left(shelf, categories("'OTHER', 'HEALTH'"))).containsExactly("ML-1", "ML-2", "ML-3");
        assertThat(left(shelf, categories("'OTHER', 'CIVIL_STATUS', 'TAX'"))).containsExactly("ML-1", "ML-3", "ML-4");
        assertThat(left(shelf, categories("'TAX', 'MAIL'"))).containsExactly("ML-1");
    }

    @Test
    void anIdentifierLeavesTheRulesThatNameItAndThoseThatExceptOthers() {
        MarkedShelf shelf = shelf(
                "effet: autoriser",
                "effet: interdire, champ: {jeu.id: [DS-1, DS-2]}",
                "effet: interdire, champ: {jeu.id: DS-2}",
                "effet: interdire, condition: {pas: {fait: jeu.id, est: DS-2}}");

        assertThat(left(shelf, "'dataset': {'home': 'ML', 'id': 'DS-1'}")).containsExactly("ML-1", "ML-2", "ML-4");
        assertThat(left(shelf, "'dataset': {'home': 'ML', 'id': 'DS-2'}")).containsExactly("ML-1", "ML-2", "ML-3");
        assertThat(left(shelf, "'dataset': {'home': 'ML', 'id': 'DS-3'}")).containsExactly("ML-1", "ML-4");
    }

    /** A named identifier must not bring back what another fact has ruled out. */
    @Test
    void factsRuleOutTogether() {
        MarkedShelf shelf = shelf(
                "effet: autoriser",
                "effet: interdire, champ: {finalite: soins, jeu.id: DS-1, jeu.categories: sante}",
                "effet: interdire, champ: {finalite: controle, jeu.id: DS-1}",
                "effet: interdire, champ: {jeu.id: DS-1, lieu.site: S-1}");

        assertThat(left(shelf, "'purpose': 'CARE', 'dataset': {'home': 'ML', 'id': 'DS-1', 'categories': ['HEALTH']}"))
                .containsExactly("ML-1", "ML-2", "ML-4");
        assertThat(left(shelf, "'purpose': 'AUDIT', 'dataset': {'home': 'ML', 'id': 'DS-1', 'categories': ['HEALTH']}"))
                .containsExactly("ML-1", "ML-3", "ML-4");
        assertThat(
                        left(
                                shelf,
                                "'dataset': {'home': 'ML', 'id': 'DS-1', 'categories': ['TAX']}, 'target': {'state': 'BF', 'site': 'S-2'}"))
                .containsExactly("ML-1", "ML-3");
    }

    private static String categories(String members) {
        return "'dataset': {'home': 'ML', 'categories': [" + members + "]}";
    }

    private static MarkedShelf shelf(String... rules) {
        Rulebook book = new Rulebook();
        IntStream.range(0, rules.length).forEach(rule -> book.rule("ML-" + (rule + 1), rules[rule]));
        return new MarkedShelf(OneByOne.of(book.ruleSet().rules()).entries());
    }

    /** Facts that are not needed to find rules are left out. */
    private static List<String> left(MarkedShelf shelf, String facts) {
        return OneByOne.gathered(
                shelf,
                Documents.facts("{'at': '2026-07-01T00:00:00Z', 'operation': 'REPLICATE'%s}"
                        .formatted(facts.isEmpty() ? "" : ", " + facts)));
    }
}
