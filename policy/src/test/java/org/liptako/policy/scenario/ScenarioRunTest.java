package org.liptako.policy.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.liptako.policy.engine.Rulebook;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Vocabulary;

class ScenarioRunTest {
    private static final RuleSet RULES = new Rulebook()
            .rule("ML-1", "effet: autoriser, champ: {operation: heberger}, obligations: [double_signature]")
            .rule("ML-2", "effet: interdire, condition: {fait: lieu.niveau, au_plus: 1}")
            .ruleSet();

    @Test
    void saysOfEachFailureWhatWasExpectedAndWhy() {
        String report = report("""
                essais:
                  - {nom: "Un placard", date: 2026-07-01, faits: {operation: heberger, jeu.etat: ML, lieu.etat: ML, lieu.niveau: 1}, attendu: permis}
                  - {nom: "Un site", date: 2026-07-01, faits: {operation: heberger, jeu.etat: ML, lieu.etat: ML, lieu.niveau: 2}, attendu: {verdict: permis, obligations: [plan_de_migration]}}
                """);

        assertThat(report)
                .contains("a.essais.yaml : 0 essais sur 2 réussis")
                .contains("ÉCHEC a.essais.yaml:2:5 « Un placard »")
                .contains("verdict : attendu « permis », obtenu « refusé » (règles ML-2)")
                .contains("obligations : attendu [plan_de_migration], obtenu [double_signature]")
                .contains("2 essais, 2 en échec.");
    }

    @Test
    void showsWhatNoScenarioReaches() {
        List<ScenarioResult> results = results("""
                essais: [{nom: a, date: 2026-07-01, faits: {operation: heberger, jeu.etat: ML, lieu.etat: ML, lieu.niveau: 2}, attendu: permis}]
                """);
        Coverage coverage = Coverage.of(RULES, results);

        assertThat(coverage.undecided()).extracting(Rule::id).containsExactly("ML-2");
        assertThat(coverage.gaps())
                .extracting(gap -> gap.rule().id(), Coverage.Gap::everTrue, Coverage.Gap::everFalse)
                .containsExactly(tuple("ML-1", true, false), tuple("ML-2", false, true));
    }

    @Test
    void writesTheResultsForBuildServers() throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JUnitReport.write(results("""
                essais: [{nom: "a < b", date: 2026-07-01, faits: {operation: heberger, jeu.etat: ML, lieu.etat: ML}, attendu: permis}]
                """), out);

        assertThat(out.toString(UTF_8))
                .contains("<testsuite name=\"a.essais.yaml\" tests=\"1\" failures=\"1\"")
                .contains("name=\"a &lt; b\"")
                .contains(
                        "<failure message=\"verdict : attendu « permis », obtenu « indéterminé » (manquent : target.tier)\">a.essais.yaml:1:10</failure>");
    }

    private static String report(String file) {
        return ScenarioReport.of(RULES, results(file)).stream()
                .map(Bilingual::fr)
                .collect(Collectors.joining("\n"))
                .replace('\u202F', ' ')
                .replace('\u00A0', ' ');
    }

    private static List<ScenarioResult> results(String file) {
        return switch (new ScenarioLoader(Vocabulary.standard())
                .load(List.of(new SourceFile("a.essais.yaml", file.getBytes(UTF_8))))) {
            case ScenarioLoad.Loaded loaded -> new ScenarioRun(RULES).run(loaded.scenarios());
            case ScenarioLoad.Rejected rejected ->
                throw new AssertionError(rejected.errors().toString());
        };
    }
}
