package org.liptako.policy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.liptako.policy.engine.Rulebook;
import org.liptako.policy.engine.SampleRulesContract;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;
import org.liptako.policy.vocabulary.Vocabulary;

class RuleWordsTest {

    @Test
    void saysARequirementWithItsScopeDutyAndDerogation() {
        assertThat(french(SampleRulesContract.samples(), "ML-SOL-2")).isEqualTo("""
                Mali ; pour ses propres données, où qu’elles aillent ; en vigueur à partir du 31 janvier 2026.
                La règle parle si tout ce qui suit est vrai :
                – l’opération est « héberger », « répliquer », « sauvegarder » ou « archiver » ;
                – la base est stratégique.
                Elle exige alors, sous peine d’interdiction, ceci : l’État du lieu est Mali (ML).
                Qui la respecte doit aussi : attester le lieu chaque trimestre.
                Y déroge, quand elle s’applique : la règle ML-SECOURS-1 (« Urgence déclarée : copie chiffrée dans un autre État pour 30 jours, clés au pays »).
                Fondement : Politique nationale d’hébergement des données publiques, article : à vérifier (exemple sans valeur juridique).""");
    }

    @Test
    void pushesNegationsDownToSingleStatements() {
        RuleSet rules = new Rulebook()
                .rule(
                        "NE-1",
                        "effet: interdire, derogeable: non, condition: {pas: {un_de: [{fait: copie.chiffree, est: oui}, {tous: [{fait: lieu.etat, dans: CEDEAO}, {pas: {fait: lieu.niveau, au_moins: 3}}]}]}}")
                .ruleSet();

        assertThat(english(rules, "NE-1")).isEqualTo("""
                Niger; for its own data and for other States' data on its soil; in force from 1 January 2020 on.
                It is banned if all of this is true:
                – the copy is not encrypted;
                – the State of the place is not a member of ECOWAS or the tier of the place is at least 3.
                There can be no derogation.
                Basis: a, article: a (sample without legal value).""");
    }

    @Test
    void saysTheFirstOfAMonthAsFrenchDoes() {
        assertThat(french(SampleRulesContract.samples(), "NE-NIVEAU-1")).contains("à partir du 1er janvier 2027");
    }

    @Test
    void everyRuleOfTheSamplesHasSentencesInBothLanguages() {
        RuleSet samples = SampleRulesContract.samples();
        RuleWords words = new RuleWords(samples);

        assertThat(samples.rules())
                .allSatisfy(rule -> assertThat(words.of(rule).lines())
                        .hasSizeGreaterThan(1)
                        .allSatisfy(line -> assertThat(line.fr() + line.en()).doesNotContain("%s", "null")));
    }

    @Test
    void everyFactOfTheVocabularyHasItsPhrase() {
        for (Fact fact : Vocabulary.standard().facts()) {
            Bilingual phrase = fact.type() == FactType.BOOLEAN ? Phrases.flag(fact, true) : Phrases.noun(fact);
            assertThat(phrase.fr()).as(fact.code()).doesNotContain("«");
            assertThat(phrase.en()).as(fact.code()).doesNotContain("\"");
        }
    }

    private static String french(RuleSet rules, String id) {
        return new RuleWords(rules)
                .of(rules.rule(id).orElseThrow()).lines().stream()
                        .map(Bilingual::fr)
                        .collect(Collectors.joining("\n"))
                        .replace('\u202F', ' ')
                        .replace('\u00A0', ' ');
    }

    private static String english(RuleSet rules, String id) {
        return new RuleWords(rules)
                .of(rules.rule(id).orElseThrow()).lines().stream()
                        .map(Bilingual::en)
                        .collect(Collectors.joining("\n"));
    }
}
