package org.liptako.node.placement.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.held.TrialHoldings.BAMAKO;
import static org.liptako.node.placement.held.TrialHoldings.NOW;
import static org.liptako.node.placement.held.TrialHoldings.OUAGADOUGOU;
import static org.liptako.node.placement.held.TrialHoldings.PARIS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.IncidentDeclared;
import org.liptako.node.journal.event.Register;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.RetentionRecorded;
import org.liptako.node.placement.Known;
import org.liptako.node.placement.KnownPlace;
import org.liptako.node.registry.CopySelection;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.State;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsWriter;
import org.liptako.policy.vocabulary.Vocabulary;

/** Copies in bulk say exactly what a question about one of them would say. */
class HeldCopiesIT {
    private static final IncidentTurns NO_TURNS = new IncidentTurns(List.of());
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    private final TrialHoldings holdings = new TrialHoldings();

    @AfterEach
    void close() {
        holdings.close();
    }

    @Test
    void handsOverWhatLiesSomewhereOrIsAllowedTo() {
        DatasetId health = holdings.dataset("ML-DS-001", "INTERNAL", "Ministère de la santé");
        holdings.foundAt(health, BAMAKO);
        holdings.foundAt(health, PARIS);
        holdings.granted(health, true);
        holdings.moving(holdings.dataset("ML-DS-002", "INTERNAL", "Ministère"), true);
        holdings.sealed(holdings.dataset("ML-DS-003", "INTERNAL", "Ministère"), true);
        assertThat(holdings.all())
                .extracting(copy -> copy.statement().dataset() + " "
                        + copy.statement().site() + " "
                        + copy.statement().state().status() + " " + copy.terms().operation())
                .containsExactly(
                        "ML-DS-001 BF-OUA-1 GRANTED REPLICATE",
                        "ML-DS-001 ML-BKO-1 UNPROVEN STORE",
                        "ML-DS-001 XX-EU-1 EXTERNAL STORE",
                        "ML-DS-002 BF-OUA-1 TRANSFERRING REPLICATE",
                        "ML-DS-003 BF-OUA-1 SEALED REPLICATE");
    }

    @Test
    void handsOverTheCopiesOfSomeDatasetsSitesOrStatesOnly() {
        DatasetId one = holdings.dataset("ML-DS-001", "INTERNAL", "Ministère");
        DatasetId other = holdings.dataset("BF-DS-001", "INTERNAL", "Ministère");
        holdings.foundAt(one, BAMAKO);
        holdings.sealed(one, true);
        holdings.foundAt(other, OUAGADOUGOU);
        assertThat(selected(CopySelection.ofDatasets(List.of(one))))
                .containsExactly("ML-DS-001 BF-OUA-1", "ML-DS-001 ML-BKO-1");
        assertThat(selected(CopySelection.atSites(List.of(OUAGADOUGOU))))
                .containsExactly("BF-DS-001 BF-OUA-1", "ML-DS-001 BF-OUA-1");
        assertThat(selected(CopySelection.ofHome(State.BF))).containsExactly("BF-DS-001 BF-OUA-1");
        assertThat(selected(CopySelection.onSoil(State.BF)))
                .containsExactly("BF-DS-001 BF-OUA-1", "ML-DS-001 BF-OUA-1");
    }

    @Test
    void knowsWhatAQuestionAboutOneCopyWouldKnow() {
        DatasetId health = holdings.dataset("ML-DS-001", "INTERNAL", "Ministère de la santé");
        holdings.sealed(health, true);
        holdings.authorised(health, NOW.plus(Duration.ofDays(30)));
        holdings.say(State.ML, new RegisterDeclared(YESTERDAY, Register.AUTHORISATIONS, true));
        holdings.say(State.BF, new RegisterDeclared(YESTERDAY, Register.AUTHORISATIONS, true));
        holdings.say(State.ML, new HoldRecorded(YESTERDAY, health, true, "ordonnance"));
        holdings.say(State.ML, new IncidentDeclared(YESTERDAY, true, YESTERDAY, "incident"));
        holdings.say(State.ML, new RetentionRecorded(YESTERDAY, health, NOW.plus(Duration.ofDays(10))));
        HeldCopy copy = holdings.all().getFirst();
        for (int days : new int[] {0, 5, 20, 40}) {
            Instant at = NOW.plus(Duration.ofDays(days));
            KnownPlace place = new KnownPlace(
                    holdings.registry.site(OUAGADOUGOU, State.BF).orElseThrow(),
                    holdings.registry.quotaLeftGb(OUAGADOUGOU),
                    true);
            Known known = Known.of(copy.dataset(), place, "REPLICATE", holdings.registers, at);
            assertThat(text(copy.facts(at, Vocabulary.standard())))
                    .isEqualTo(text(holdings.facts.known(copy.terms(), known, at)));
        }
        assertThat(text(copy.facts(NOW, Vocabulary.standard())))
                .contains("\"APDP\":\"GRANTED\"", "\"encrypted\":true", "\"judicial\":true", "\"quota_left_gb\":1900");
    }

    @Test
    void saysWhenItsFactsChangeByThemselves() {
        DatasetId health = holdings.dataset("ML-DS-001", "INTERNAL", "Ministère de la santé");
        holdings.sealed(health, true);
        Instant end = NOW.plus(Duration.ofDays(30));
        Instant retained = NOW.plus(Duration.ofDays(50));
        holdings.authorised(health, end);
        holdings.say(State.ML, new RetentionRecorded(YESTERDAY, health, retained));
        holdings.say(State.ML, new IncidentDeclared(YESTERDAY, true, YESTERDAY, "incident"));
        HeldCopy copy = holdings.all().getFirst();
        assertThat(copy.factsChangeAfter(NOW, NO_TURNS)).contains(end);
        assertThat(copy.factsChangeAfter(end, NO_TURNS)).contains(retained);
        assertThat(copy.factsChangeAfter(retained, NO_TURNS)).isEmpty();
        assertThat(copy.factsChangeAfter(NOW, new IncidentTurns(List.of(31L, 5L))))
                .contains(YESTERDAY.plus(Duration.ofDays(5)));
    }

    @Test
    void countsTheCopiesOfWhichNothingIsKnown() {
        holdings.say(State.ML, new CopyRecorded(YESTERDAY, new DatasetId("BF-DS-404"), BAMAKO, CopyStanding.UNPROVEN));
        assertThat(holdings.copies.all(NOW, copy -> {})).isEqualTo(1);
        assertThat(holdings.all()).isEmpty();
    }

    @Test
    void judgesTransfersThatRunByTheTermsOfTheirGrant() {
        holdings.moving(holdings.dataset("ML-DS-002", "INTERNAL", "Ministère"), false);
        HeldCopy copy = holdings.all().getFirst();
        assertThat(copy.statement().state().status()).isEqualTo(ReplicaStatus.TRANSFERRING);
        assertThat(text(copy.facts(NOW, Vocabulary.standard())))
                .contains("\"encrypted\":false", "\"return_clause\":true", "\"CONTINUITY\"");
        assertThat(text(copy.facts(NOW, Vocabulary.standard())))
                .as("what is on its way has its room already")
                .contains("\"quota_left_gb\":1900");
    }

    private List<String> selected(CopySelection selection) {
        List<String> selected = new ArrayList<>();
        holdings.copies.of(
                selection,
                NOW,
                copy -> selected.add(
                        copy.statement().dataset() + " " + copy.statement().site()));
        return selected;
    }

    private static String text(Facts facts) {
        return new FactsWriter(Vocabulary.standard()).write(facts);
    }
}
