package org.liptako.node.placement.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liptako.node.journal.event.CitedObligation;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.vocabulary.Obligation;
import org.liptako.policy.vocabulary.Vocabulary;

class DutyTermsTest {
    private static final Instant ACT = Instant.parse("2026-11-30T23:30:00Z");

    /** It is 1 December already in Niamey. */
    @ParameterizedTest
    @CsvSource({
        "aviser_l_autorite_sous_72_heures, ML, 2026-12-03T23:30:00Z",
        "aviser_l_autorite_sous_72_heures, NE, 2026-12-03T23:30:00Z",
        "proces_verbal_d_effacement_sous_30_jours, ML, 2026-12-31T00:00:00Z",
        "proces_verbal_d_effacement_sous_30_jours, NE, 2026-12-31T23:00:00Z",
        "attestation_trimestrielle_du_lieu, BF, 2027-03-01T00:00:00Z",
        "attestation_trimestrielle_du_lieu, NE, 2027-03-01T23:00:00Z",
        "rotation_annuelle_des_cles, AES, 2027-12-01T00:00:00Z"
    })
    void endsAfterTheLastDayWhereTheRuleIsLaw(String code, Jurisdiction law, Instant end) {
        Term term = DutyTerms.of(code, copy(true), Optional.empty()).term();

        assertThat(term).isNotNull();
        assertThat(term.end(ACT, law)).isEqualTo(end);
    }

    @Test
    void aCodeThatNobodyKnowsIsOwedOnceByWhoAsked() {
        DutyTerms terms = DutyTerms.of("planter_un_arbre", copy(true), Optional.empty());

        assertThat(terms.rhythm()).isEqualTo(Rhythm.ONCE);
        assertThat(terms.debtor()).isEqualTo(DebtorKind.REQUESTING_SITE);
        assertThat(terms.term()).isNull();
        assertThat(DutyTerms.label("planter_un_arbre", Optional.empty()).fr()).isEqualTo("planter_un_arbre");
    }

    @Test
    void aCodeOfNewerWordsHasTheLabelAndTheDaysOfTheDecisionsDay() {
        Optional<CitedRule> cited = cited("planter_un_arbre", 10);
        Term term = DutyTerms.of("planter_un_arbre", copy(true), cited).term();

        assertThat(DutyTerms.label("planter_un_arbre", cited).fr()).isEqualTo("Planter un arbre");
        assertThat(term).isNotNull();
        assertThat(term.end(ACT, Jurisdiction.ML)).isEqualTo(Instant.parse("2026-12-11T00:00:00Z"));
        assertThat(DutyTerms.of("planter_un_chene", copy(true), cited).term()).isNull();
    }

    @Test
    void nobodySaysOtherwiseWhatTheProductKnowsNorWithinADayThatNeverComes() {
        String known = "proces_verbal_d_effacement_sous_30_jours";

        assertThat(DutyTerms.of(known, copy(true), cited(known, 3_000)))
                .isEqualTo(DutyTerms.of(known, copy(true), Optional.empty()));
        assertThat(DutyTerms.label(known, cited(known, 3_000))).isEqualTo(DutyTerms.label(known, Optional.empty()));
        assertThat(DutyTerms.of("planter_un_arbre", copy(true), cited("planter_un_arbre", Integer.MAX_VALUE))
                        .term())
                .isNull();
        assertThat(DutyTerms.of("planter_un_arbre", copy(true), cited("planter_un_arbre", -1))
                        .term())
                .isNull();
    }

    @Test
    void theNodeKeepsEncryptionOnlyWhereTheTermsAskForIt() {
        assertThat(DutyTerms.of("chiffrer_avant_l_envoi", copy(true), Optional.empty())
                        .rhythm())
                .isEqualTo(Rhythm.KEPT);
        assertThat(DutyTerms.of("chiffrer_avant_l_envoi", copy(false), Optional.empty())
                        .rhythm())
                .isEqualTo(Rhythm.ONCE);
        assertThat(DutyTerms.of("chiffrer_avant_l_envoi", copy(null), Optional.empty())
                        .rhythm())
                .isEqualTo(Rhythm.ONCE);
    }

    @Test
    void everyObligationThatTheVocabularyCallsEnforcedIsKeptOrCounted() {
        Stream<DutyTerms> enforced = Vocabulary.standard().obligations().stream()
                .filter(Obligation::enforced)
                .map(obligation -> DutyTerms.of(obligation.code(), copy(true), Optional.empty()));

        assertThat(enforced).allMatch(terms -> terms.rhythm() == Rhythm.KEPT || terms.people() == 2);
    }

    @Test
    void onlyWhatRecursIsDueAgain() {
        assertThat(DutyTerms.next("attestation_trimestrielle_du_lieu", ACT, Jurisdiction.ML))
                .contains(Instant.parse("2027-03-01T00:00:00Z"));
        assertThat(DutyTerms.next("aviser_l_autorite_sous_72_heures", ACT, Jurisdiction.ML))
                .isEmpty();
    }

    private static Optional<CitedRule> cited(String code, int days) {
        return Optional.of(new CitedRule(
                "ML-1",
                new Sentence("Règle", "Rule"),
                List.of("Loi, article 1"),
                List.of(new CitedObligation(code, new Sentence("Planter un arbre", "Plant a tree"), days))));
    }

    private static PlacementTerms copy(@Nullable Boolean encrypted) {
        return new PlacementTerms(
                new DatasetId("ML-DS-008"),
                "REPLICATE",
                new SiteId("BF-OUA-1"),
                new Country("BF"),
                null,
                null,
                encrypted,
                null);
    }
}
