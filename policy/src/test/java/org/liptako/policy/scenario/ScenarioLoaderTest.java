package org.liptako.policy.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.rules.RuleError;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

class ScenarioLoaderTest {

    @Test
    void laterBasesStandOverEarlierAndOwnFactsOverBoth() {
        Scenario one = loaded("""
                bases:
                  une: {faits: {jeu.etat: ML, lieu.etat: BF, copie.chiffree: oui}}
                  deux: {herite: une, faits: {lieu.etat: NE}, sans: [copie.chiffree]}
                essais:
                  - {nom: a, date: 2026-07-01, herite: [une, deux], faits: {operation: repliquer, jeu.etat: BF}, attendu: refusé}
                """).getFirst();

        Vocabulary vocabulary = one.facts().vocabulary();
        assertThat(one.facts().at()).hasToString("2026-07-01T00:00:00Z");
        assertThat(one.facts().codes(vocabulary.theFact("dataset.home"))).containsExactly("BF");
        assertThat(one.facts().codes(vocabulary.theFact("target.state"))).containsExactly("NE");
        assertThat(one.facts().isKnown(vocabulary.theFact("copy.encrypted"))).isFalse();
        assertThat(one.expectation()).isEqualTo(Expectation.of(Verdict.DENY));
    }

    @Test
    void makesAScenarioOfEachCellOfAMatrix() {
        List<Scenario> cells = loaded("""
                bases: {x: {faits: {lieu.etat: ML}}, y: {faits: {lieu.etat: BF}}, a: {faits: {jeu.etat: ML}}, b: {faits: {jeu.etat: NE}}}
                matrices:
                  - {nom: m, date: 2026-07-01, faits: {operation: heberger}, lignes: [a, b], colonnes: [x, y],
                     attendu: {a: [permis, refuse], b: [conflit, indetermine]}}
                """);

        assertThat(cells)
                .extracting(Scenario::name)
                .containsExactly("m : a × x", "m : a × y", "m : b × x", "m : b × y");
        assertThat(cells)
                .extracting(cell -> cell.expectation().verdict())
                .containsExactly(Verdict.PERMIT, Verdict.DENY, Verdict.CONFLICT, Verdict.INDETERMINATE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    essais: [{nom: a, date: 2026-07-01, attendu: permit}]                                        | 1:46 UNKNOWN_VERDICT
                    essais: [{nom: a, date: 1 juillet, attendu: permis}]                                         | 1:25 DATE_MALFORMED
                    essais: [{nom: a, date: 2026-07-01, faits: {lieu.eta: ML}, attendu: permis}]                 | 1:45 UNKNOWN_FACT
                    essais: [{nom: a, date: 2026-07-01, faits: {lieu.niveau: 9}, attendu: permis}]               | 1:58 NUMBER_OUT_OF_RANGE
                    essais: [{nom: a, date: 2026-07-01, faits: {jeu.etat: FR}, attendu: permis}]                 | 1:10 DOCUMENT_REFUSED
                    essais: [{nom: a, date: 2026-07-01, herite: b, attendu: permis}]                             | 1:10 UNKNOWN_BASE
                    essais: [{nom: a, date: 2026-07-01}]                                                         | 1:10 MISSING_KEY
                    essais: [{nom: a, date: 2026-07-01, attendu: permis, atendu: permis}]                        | 1:54 UNKNOWN_KEY
                    matrices: [{nom: a, date: 2026-07-01, lignes: [b], colonnes: [c, d], attendu: {b: [permis]}}] | 1:83 ROW_LENGTH
                    matrices: [{nom: a, date: 2026-07-01, lignes: [b], colonnes: [c], attendu: {d: [permis]}}]   | 1:76 ROW_MISSING
                    regles: []                                                                                   | 1:1 UNKNOWN_KEY
                    """)
    void namesThePlaceOfEachMistake(String file, String expected) {
        List<RuleError> errors = ((ScenarioLoad.Rejected) load(file)).errors();

        assertThat(errors)
                .extracting(error -> error.place() + " " + error.code())
                .contains(expected);
    }

    @Test
    void refusesABaseThatInheritsFromItself() {
        List<RuleError> errors = ((ScenarioLoad.Rejected) load("""
                bases: {a: {herite: b}, b: {herite: a}}
                essais: [{nom: a, date: 2026-07-01, herite: a, attendu: permis}]
                """)).errors();

        assertThat(errors).extracting(RuleError::code).containsExactly("BASE_IN_A_CIRCLE");
    }

    private static List<Scenario> loaded(String file) {
        return switch (load(file)) {
            case ScenarioLoad.Loaded loaded -> loaded.scenarios();
            case ScenarioLoad.Rejected rejected ->
                throw new AssertionError(rejected.errors().toString());
        };
    }

    private static ScenarioLoad load(String file) {
        return new ScenarioLoader(Vocabulary.standard())
                .load(List.of(new SourceFile("a.essais.yaml", file.getBytes(UTF_8))));
    }
}
