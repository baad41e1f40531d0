package org.liptako.node.cli.demo.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Sentence;
import org.liptako.placement.v1.CitedRule;
import org.liptako.placement.v1.Decision;
import org.liptako.placement.v1.Finding;
import org.liptako.placement.v1.PlacementRecord;
import org.liptako.placement.v1.PlacementStatus;

class NarratorTest {
    private final StringWriter told = new StringWriter();
    private final Narrator narrator =
            new Narrator(new Screen(new PrintWriter(told), new PrintWriter(told), Language.ENGLISH));

    @Test
    void setsFrenchAsItIsPrintedAndEnglishAsItIsWritten() {
        narrator.asked(new Sentence("Où ? « Ici » : l'un ; l'autre.", "Where? \"Here\": one; the other."));

        assertThat(told.toString().lines())
                .containsExactly(
                        "  ? Où\u202f? «\u202fIci\u202f»\u00a0: l’un\u202f; l’autre.",
                        "    Where? \"Here\": one; the other.");
    }

    @Test
    void tellsARequestInEnglishWithoutAFrenchWordButTheNamesOfLaws() {
        narrator.answered(PlacementRecord.newBuilder()
                .setRequestId("demo-2")
                .setStatus(PlacementStatus.PLACEMENT_STATUS_REFUSED)
                .setDecision(Decision.newBuilder()
                        .setVerdict("DENY")
                        .addFindings(Finding.newBuilder()
                                .setJurisdiction("ML")
                                .setRole("HOME")
                                .setVerdict("DENY")
                                .setReason("PROHIBITED")
                                .addRules("ML-SOL-2"))
                        .addCited(CitedRule.newBuilder()
                                .setId("ML-SOL-2")
                                .setTitle(org.liptako.federation.v1.Sentence.newBuilder()
                                        .setFr("Sur le sol")
                                        .setEn("On national soil"))
                                .addLegalBasis("Loi n° 2013-015, article à vérifier")
                                .setStanding("exemple")))
                .build());

        assertThat(told.toString().lines().filter(line -> line.startsWith("  en")))
                .containsExactly(
                        "  en │ Request demo-2: REFUSED",
                        "  en │ Decision: DENY",
                        "  en │   ML (home): DENY, prohibited by",
                        "  en │       ML-SOL-2 — On national soil [sample]",
                        "  en │         Loi n° 2013-015, article to be verified");
        assertThat(told.toString()).contains("  fr │ Demande demo-2\u00a0: REFUSÉE", "Sur le sol [exemple]");
    }

    @Test
    void closesAStepInBothLanguages() {
        narrator.close(new Sentence("scellée", "sealed"), 12);

        assertThat(told.toString().lines()).containsExactly("  ✔ scellée", "    sealed", "    (12 ms)");
    }
}
