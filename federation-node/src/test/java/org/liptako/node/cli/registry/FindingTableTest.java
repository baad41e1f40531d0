package org.liptako.node.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.cli.Language;
import org.liptako.registry.v1.CopyFinding;

class FindingTableTest {
    private static final CopyFinding UNKNOWN = finding("ML-DS-001", "INDETERMINATE", "");
    private static final CopyFinding LATER = finding("ML-DS-002", "DENY", "2026-12-22T00:00:00Z");
    private static final CopyFinding AT_ONCE = finding("ML-DS-003", "CONFLICT", "2026-11-22T00:00:00Z");

    @Test
    void theMostUrgentComesFirstAndWhatHasNoDateLast() {
        List<String> lines = new FindingTable(List.of(UNKNOWN, LATER, AT_ONCE), List.of()).lines(Language.FRENCH);

        assertThat(lines.get(0)).contains("CONSTAT", "À DÉPLACER AVANT");
        assertThat(lines.get(2)).startsWith("ML-DS-003").contains("non permise, droit contradictoire");
        assertThat(lines.get(3)).startsWith("ML-DS-002").contains("2026-12-22T00:00:00Z", "échéance");
        assertThat(lines.get(4)).startsWith("ML-DS-001").contains("faits manquants", "—");
        assertThat(lines.get(5)).contains("selon ML (entrée 12) : Refusé par ML-SOL-2.");
    }

    @Test
    void saysSoWhereNothingIsFound() {
        assertThat(new FindingTable(List.of(), List.of()).lines(Language.ENGLISH))
                .singleElement()
                .asString()
                .startsWith("Nothing found");
    }

    private static CopyFinding finding(String dataset, String verdict, String moveBy) {
        return CopyFinding.newBuilder()
                .setDataset(dataset)
                .setSite("XX-EU-1")
                .setSaidBy("ML")
                .setVerdict(verdict)
                .setMoveBy(moveBy)
                .setSince("2026-11-22T10:05:18.395261Z")
                .setCause("TIME")
                .setJournalIndex(12)
                .setWords(Sentence.newBuilder().setFr("Refusé par ML-SOL-2.").setEn("Refused by ML-SOL-2."))
                .build();
    }
}
