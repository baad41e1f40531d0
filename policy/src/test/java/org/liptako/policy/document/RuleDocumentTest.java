package org.liptako.policy.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.Rulebook;
import org.liptako.policy.engine.SampleRulesContract;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;
import org.w3c.dom.Document;

class RuleDocumentTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    void isWellFormedAndHasEveryArticleOnceInTheContentsAndOnceAsAHeading() throws Exception {
        RuleSet samples = SampleRulesContract.samples();
        String html = RuleDocument.of(samples, Jurisdiction.all(), DAY, Bilingual::fr);
        Document document = parsed(html);

        assertThat(samples.rules())
                .extracting(Rule::id)
                .allSatisfy(id ->
                        assertThat(html).containsOnlyOnce("id=\"" + id + "\"").containsOnlyOnce("\"#" + id + "\""));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(html).contains("@bottom-left { content: \"SHA-256 " + samples.digest());
    }

    @Test
    void hasNoPlainSpaceBeforeDoublePunctuationInFrench() throws Exception {
        String text = parsed(RuleDocument.of(SampleRulesContract.samples(), Jurisdiction.all(), DAY, Bilingual::fr))
                .getElementsByTagName("body")
                .item(0)
                .getTextContent();

        assertThat(text)
                .doesNotContainPattern(" [:;?!»]")
                .doesNotContainPattern("« ")
                .doesNotContain("'");
    }

    @Test
    void whatARuleHoldsStaysText() throws Exception {
        RuleSet rules = new Rulebook()
                .rule("ML-1", "effet: interdire, condition: {fait: jeu.id, est: \"<script>a</script> & b\"}")
                .ruleSet();

        Document document = parsed(RuleDocument.of(rules, List.of(Jurisdiction.ML), DAY, Bilingual::en));

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("body").item(0).getTextContent())
                .contains("\"<script>a</script> & b\"");
    }

    @Test
    void everyCellIsTheEnginesAnswer() {
        RuleSet rules = new Rulebook()
                .rule("ML-1", "effet: autoriser, champ: {operation: heberger}, condition: {fait: lieu.etat, est: ML}")
                .rule("ML-2", "effet: interdire, champ: {jeu.classification: tres_secret}")
                .rule("ML-3", "effet: obliger, champ: {operation: rapatrier}")
                .rule("ML-4", "effet: interdire, champ: {finalite: recherche, jeu.strategique: oui}")
                .ruleSet();
        List<DecisionTable> tables = DecisionTable.all(rules, Jurisdiction.ML, Jurisdiction.ML.startOf(DAY));

        assertThat(cell(tables, "STORE", 0, 0)).isEqualTo(new DecisionTable.Cell(Verdict.PERMIT, List.of("ML-1")));
        assertThat(cell(tables, "STORE", 5, 0)).isEqualTo(new DecisionTable.Cell(Verdict.DENY, List.of("ML-2")));
        assertThat(cell(tables, "STORE", 8, 0))
                .isEqualTo(new DecisionTable.Cell(Verdict.INDETERMINATE, List.of("ML-4")));
        assertThat(cell(tables, "STORE", 0, 4)).isEqualTo(new DecisionTable.Cell(Verdict.DENY, List.of()));
        assertThat(cell(tables, "REPATRIATE", 0, 0))
                .isEqualTo(new DecisionTable.Cell(Verdict.CONFLICT, List.of("ML-3")));
    }

    @Test
    void aThirdCountryIsOneThatNobodySpeaksOf() {
        RuleSet rules = new Rulebook()
                .rule("ML-1", "effet: interdire, condition: {fait: lieu.etat, est: AD}")
                .ruleSet();

        assertThat(KindOfPlace.all(Jurisdiction.ML, rules).getLast().facts()).containsEntry("target.state", "AE");
    }

    private static DecisionTable.Cell cell(List<DecisionTable> tables, String operation, int data, int place) {
        return tables.stream()
                .filter(table -> table.operation().code().equals(operation))
                .findFirst()
                .orElseThrow()
                .rows()
                .get(data)
                .get(place);
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(UTF_8)));
    }
}
