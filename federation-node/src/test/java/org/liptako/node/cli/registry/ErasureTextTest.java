package org.liptako.node.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.node.cli.Language;
import org.liptako.registry.v1.Erasure;
import org.liptako.registry.v1.ErasureLookup;
import org.liptako.registry.v1.Replica;

class ErasureTextTest {
    private static final Erasure REMAINS = Erasure.newBuilder()
            .setStanding("REMAINS")
            .addSigners("ML operator ML-BKO-1 1")
            .setName("A. Traoré")
            .setStatedAt("2026-11-22T20:00:00Z")
            .setJournalIndex(42)
            .setRemainsUntil("2026-12-01")
            .addLookups(ErasureLookup.newBuilder().setMedium("SNAPSHOTS").setLookedAt("volumes 3 and 4"))
            .addLookups(ErasureLookup.newBuilder()
                    .setMedium("TAPES")
                    .setLookedAt("October")
                    .setFound("BKO-0114")
                    .setDone("to be shredded")
                    .setBy("2026-12-01"))
            .build();

    @Test
    void anErasureOfWhichNobodyHasSpokenSaysSoBesideItsStatus() {
        Replica awaited = copy(Erasure.newBuilder().setStanding("AWAITED").build());
        assertThat(printed(awaited, Language.ENGLISH))
                .contains("ERASED, removed by the node, operator's statement awaited");
        assertThat(printed(awaited, Language.FRENCH))
                .contains("ERASED, effacée par le nœud, déclaration de l'exploitant attendue");
    }

    @Test
    void whatWasSignedIsToldMediumByMedium() {
        assertThat(printed(copy(REMAINS), Language.ENGLISH))
                .contains(
                        "ERASED, something remains until 2026-12-01",
                        "ML-DS-008, ML-BKO-1: erasure stated by A. Traoré (ML operator ML-BKO-1 1), 2026-11-22T20:00:00Z, entry 42",
                        "snapshots: looked at volumes 3 and 4; nothing found",
                        "tapes: looked at October; found BKO-0114; done to be shredded (2026-12-01)");
        assertThat(printed(copy(REMAINS), Language.FRENCH))
                .contains("il en reste jusqu'au 2026-12-01", "bandes : examiné October ; trouvé BKO-0114");
    }

    @Test
    void anErasureAbroadTellsWhoSignedWhichDocumentAndThatNoMachineHasProvedIt() {
        Replica abroad = copy(Erasure.newBuilder()
                .setStanding("SIGNED_ABROAD")
                .addSigners("ML officer a-traore")
                .addSigners("ML operator ML-BKO-1 1")
                .setDocument("ab".repeat(32))
                .setJournalIndex(42)
                .build());
        assertThat(printed(abroad, Language.ENGLISH))
                .contains(
                        "ERASED, abroad, by the word of those who signed; no machine has proved it",
                        "erasure abroad signed by ML officer a-traore, ML operator ML-BKO-1 1; document, SHA-256 "
                                + "ab".repeat(32) + ", entry 42");
        assertThat(printed(abroad, Language.FRENCH))
                .contains(
                        "ERASED, à l'étranger, par la parole de ses signataires ; aucune machine ne l'a prouvé",
                        "effacement à l'étranger signé par ML officer a-traore, ML operator ML-BKO-1 1 ; document");
    }

    private static String printed(Replica replica, Language language) {
        return String.join("\n", new ReplicaTable(List.of(replica), List.of()).lines(language));
    }

    private static Replica copy(Erasure erasure) {
        return Replica.newBuilder()
                .setDataset("ML-DS-008")
                .setSite("ML-BKO-1")
                .setState("ML")
                .setStatus("ERASED")
                .setErasure(erasure)
                .build();
    }
}
