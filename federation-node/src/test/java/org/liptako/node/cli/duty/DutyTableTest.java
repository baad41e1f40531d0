package org.liptako.node.cli.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.cli.Language;
import org.liptako.placement.v1.CitedRule;
import org.liptako.placement.v1.Duty;
import org.liptako.placement.v1.DutyStatus;
import org.liptako.placement.v1.Obligation;

class DutyTableTest {
    private static final Duty NOTICE = Duty.newBuilder()
            .setId("ML-00112233445566778899aabbccddeeff")
            .setStatus(DutyStatus.DUTY_STATUS_OVERDUE)
            .setObligation(Obligation.newBuilder()
                    .setRule("ML-SECOURS-1")
                    .setLabel(sentence("Aviser l'autorité sous 72 heures", "Notify the authority within 72 hours")))
            .setLaw(CitedRule.newBuilder()
                    .setId("ML-SECOURS-1")
                    .setTitle(sentence("Secours", "Emergency"))
                    .addLegalBasis("Protocole, article 4"))
            .setDebtorWords(sentence("les juristes de l'État Mali", "the legal officers of Mali"))
            .setDataset("ML-DS-001")
            .setSite("BF-OUA-1")
            .setDue("2026-11-25T10:00:00Z")
            .build();
    private static final Duty ENCRYPTION = NOTICE.toBuilder()
            .setStatus(DutyStatus.DUTY_STATUS_KEPT)
            .setObligation(Obligation.newBuilder()
                    .setRule("AES-2")
                    .setLabel(sentence("Chiffrer avant l'envoi", "Encrypt before sending")))
            .clearDue()
            .clearLaw()
            .setKeptBy(sentence("seule part la version chiffrée", "only the encrypted version leaves"))
            .build();

    @Test
    void saysWhoOwesWhatByWhenAndUnderWhichArticle() {
        List<String> lines = new DutyTable(List.of(NOTICE, ENCRYPTION)).lines(Language.FRENCH);

        assertThat(lines.get(2))
                .startsWith("EN RETARD")
                .contains("2026-11-25T10:00:00Z", "les juristes de l'État Mali", "Aviser l'autorité sous 72 heures");
        assertThat(lines.get(3)).startsWith("tenu par le nœud").contains("Chiffrer avant l'envoi");
        assertThat(lines.subList(4, 6))
                .containsExactly(
                        "  ML-SECOURS-1 : Secours — Protocole, article 4",
                        "  Chiffrer avant l'envoi : seule part la version chiffrée");
    }

    @Test
    void saysSoInEnglishToo() {
        assertThat(new DutyTable(List.of(NOTICE)).lines(Language.ENGLISH))
                .anySatisfy(line -> assertThat(line).startsWith("OVERDUE").contains("the legal officers of Mali"));
        assertThat(new DutyTable(List.of()).lines(Language.ENGLISH)).containsExactly("No duty.");
    }

    private static Sentence sentence(String fr, String en) {
        return Sentence.newBuilder().setFr(fr).setEn(en).build();
    }
}
