package org.liptako.node.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.cli.Language;
import org.liptako.registry.v1.CustodyDispute;
import org.liptako.registry.v1.Replica;

class ReplicaTableTest {
    private static final String HEALTH =
            "BF-SANTE-1 : Données de santé / Health data (Loi n° 001-2021/AN du 30 mars 2021, article à vérifier)";
    private static final String COPIES =
            "ML-COPIE-1 : Copies chiffrées / Encrypted copies (Loi n° 2013-015, article 5)";

    @Test
    void namesTheRulesOfEachCopyAndSaysEachInWordsOnce() {
        var lines = lines(copy("BF-OUA-1", COPIES, HEALTH), copy("BF-OUA-2", COPIES));

        assertThat(lines.get(2)).endsWith("ML-COPIE-1, BF-SANTE-1").hasSizeLessThan(100);
        assertThat(lines.get(3)).endsWith("  ML-COPIE-1");
        assertThat(lines.subList(4, lines.size()))
                .containsExactly(
                        "  BF-SANTE-1: Health data (Loi n° 001-2021/AN du 30 mars 2021, article to be verified)",
                        "  ML-COPIE-1: Encrypted copies (Loi n° 2013-015, article 5)");
    }

    @Test
    void saysARuleInTheReadersLanguageOrAsTheNodeDoesWhereItSaysItOtherwise() {
        var rules = List.of(HEALTH, "ML-X-1 : un / deux / one / two (Loi)");
        var table = new ReplicaTable(List.of(copy("BF-OUA-1", rules.toArray(String[]::new))), List.of());

        assertThat(table.lines(Language.FRENCH))
                .contains("  BF-SANTE-1 : Données de santé (Loi n° 001-2021/AN du 30 mars 2021, article à vérifier)")
                .contains("  " + rules.getLast());
    }

    @Test
    void saysOfAnOldCopyThatItIsOlderThanTheFederation() {
        assertThat(lines(Replica.newBuilder().setDataset("ML-DS-001").build()).getLast())
                .endsWith("before the federation");
    }

    @Test
    void saysOfACopyWhoseKeeperIsNotBelievedThatItIsThereAndWhoDisputesIt() {
        var dispute = CustodyDispute.newBuilder()
                .setSaidBy("ML")
                .setSince("2026-11-21T10:00:00Z")
                .setJournalIndex(7)
                .setWords(Sentence.newBuilder().setEn("trust rule: trust state 2 revokes …"));
        var lines = lines(
                copy("BF-OUA-1").toBuilder().addCustody(dispute).build(),
                copy("BF-OUA-2").toBuilder().addCustody(dispute).build());

        assertThat(lines.get(2)).contains("SEALED, custody disputed");
        assertThat(lines.subList(4, lines.size()))
                .containsExactly("  Custody disputed by ML since 2026-11-21T10:00:00Z (entry 7);"
                        + " trust rule: trust state 2 revokes ….");
    }

    private static List<String> lines(Replica... copies) {
        return new ReplicaTable(List.of(copies), List.of()).lines(Language.ENGLISH);
    }

    private static Replica copy(String site, String... rules) {
        return Replica.newBuilder()
                .setDataset("ML-DS-008")
                .setSite(site)
                .setState("BF")
                .setStatus("SEALED")
                .setSaidBy("BF")
                .addAllAllowedBy(List.of("ML", "BF"))
                .addAllRules(List.of(rules))
                .build();
    }
}
