package org.liptako.policy.analysis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.policy.analysis.question.Remark;
import org.liptako.policy.analysis.question.Remark.Kind;
import org.liptako.policy.engine.Rulebook;
import org.liptako.policy.engine.SampleRulesContract;

class RuleSetAnalysisTest {
    private static final Instant AT = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void findsWhatCollidesInTheSampleRules() {
        List<Remark> remarks = RuleSetAnalysis.at(SampleRulesContract.samples(), AT);

        assertThat(remarks)
                .extracting(Remark::kind, Remark::rules)
                .contains(
                        tuple(Kind.OBLIGED_AND_BANNED, List.of("ML-FIN-1", "ML-FIN-3")),
                        tuple(Kind.LIFTED_IN_VAIN, List.of("ML-SECOURS-1", "ML-CLES-1")),
                        tuple(Kind.LIFTED_IN_VAIN, List.of("ML-SECOURS-1", "ML-NIVEAU-1")),
                        tuple(Kind.LIFTED_IN_VAIN, List.of("BF-SANTE-2", "BF-SOL-3")),
                        tuple(Kind.IDLE_DEROGATION, List.of("NE-NIVEAU-2")),
                        tuple(Kind.OBLIGED_WITHOUT_PERMISSION, List.of("ML-RAPATRIER-1")),
                        tuple(Kind.PERMISSION_WITHOUT_PLACE, List.of("ML-TRANSIT-1")));
        assertThat(remarks)
                .extracting(Remark::kind)
                .contains(Kind.NEVER_AGREE, Kind.GAP)
                .doesNotContain(Kind.NEVER_FIRES, Kind.ALWAYS_MET, Kind.SHADOWED_PERMISSION);
    }

    @Test
    void findsRulesThatCannotBeMeant() {
        List<Remark> remarks = RuleSetAnalysis.at(
                new Rulebook()
                        .rule(
                                "ML-1",
                                "effet: autoriser, champ: {jeu.classification: public}, condition: {fait: jeu.classification, est: secret}")
                        .rule("ML-2", "effet: exiger, condition: {fait: lieu.niveau, au_plus: 4}")
                        .rule(
                                "ML-3",
                                "effet: autoriser, champ: {operation: heberger}, condition: {fait: lieu.niveau, au_plus: 1}")
                        .rule("ML-4", "effet: interdire, condition: {fait: lieu.niveau, au_plus: 2}")
                        .rule("ML-5", "effet: autoriser, condition: {fait: lieu.niveau, au_moins: 2}")
                        .rule("ML-6", "effet: deroger, deroge_a: [ML-4], condition: {fait: lieu.niveau, est: 3}")
                        .ruleSet(),
                AT);

        assertThat(remarks)
                .extracting(Remark::kind, Remark::rules)
                .contains(
                        tuple(Kind.NEVER_FIRES, List.of("ML-1")),
                        tuple(Kind.ALWAYS_MET, List.of("ML-2")),
                        tuple(Kind.SHADOWED_PERMISSION, List.of("ML-3")),
                        tuple(Kind.IDLE_DEROGATION, List.of("ML-6")))
                .doesNotContain(tuple(Kind.SHADOWED_PERMISSION, List.of("ML-5")));
    }

    @Test
    void cutsAnExampleDownToTheFactsThatItTakes() {
        Remark collision = RuleSetAnalysis.at(SampleRulesContract.samples(), AT).stream()
                .filter(remark -> remark.rules().equals(List.of("ML-FIN-1", "ML-FIN-3")))
                .findFirst()
                .orElseThrow();

        assertThat(Long.bitCount(requireNonNull(collision.example(), "a collision has an example")
                        .known()))
                .isEqualTo(5);
    }

    @Test
    void namesTheInstantsAtWhichTheLawChangesAnAnswer() {
        List<Remark> flips =
                RuleSetAnalysis.between(SampleRulesContract.samples(), AT, Instant.parse("2028-04-01T00:00:00Z"))
                        .stream()
                        .filter(remark -> remark.kind() == Kind.FLIP)
                        .toList();

        assertThat(flips)
                .extracting(Remark::rules)
                .contains(List.of("NE-NIVEAU-1"), List.of("BF-COPIE-1", "ML-COPIE-1"), List.of("NE-COPIE-1"));
    }
}
