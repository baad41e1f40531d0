package org.liptako.node.placement.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.watch.TrialWatch.BAMAKO;
import static org.liptako.node.placement.watch.TrialWatch.HEALTH;
import static org.liptako.node.placement.watch.TrialWatch.NOW;
import static org.liptako.node.placement.watch.TrialWatch.OUAGADOUGOU;
import static org.liptako.node.placement.watch.TrialWatch.PARIS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.AuthorisationRecorded;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.IncidentDeclared;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.journal.event.Register;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.RetentionRecorded;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.placement.duty.DutyFilter;
import org.liptako.node.placement.duty.DutyPage;
import org.liptako.node.registry.FindingStatement;
import org.liptako.pki.name.State;

/** Copies are judged again when something that they rest on has changed, each once, and no other. */
class WatchIT {
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

    private final TrialWatch mali = new TrialWatch();

    @AfterEach
    void close() {
        mali.close();
    }

    @Test
    void aReclassificationIsJudgedJournaledOnceAndTakenBackWhenItEnds() {
        mali.dataset(HEALTH.value(), "INTERNAL", "HEALTH");
        mali.copy(HEALTH, BAMAKO);
        mali.copy(HEALTH, PARIS);
        mali.look();
        assertThat(mali.journaled(CopyJudged.class)).isEmpty();

        reclassify("CONFIDENTIAL");
        mali.look();
        mali.look();

        assertThat(mali.journaled(CopyJudged.class)).singleElement().satisfies(judged -> {
            assertThat(judged.site()).isEqualTo(PARIS);
            assertThat(judged.verdict()).isEqualTo("DENY");
            assertThat(judged.cause()).isEqualTo(JudgingCause.DATASET);
            assertThat(judged.rules()).extracting(CitedRule::id).containsExactly("ML-SOL");
            assertThat(judged.words().fr()).isEqualTo("Refusé par ML-SOL (Loi de ML-SOL, article 3).");
            assertThat(judged.moveBy()).isEqualTo(NOW);
        });
        assertThat(findings()).containsExactly("ML-DS-007 XX-EU-1 ML DENY");

        reclassify("INTERNAL");
        mali.look();

        assertThat(mali.journaled(CopyJudged.class))
                .extracting(CopyJudged::verdict)
                .containsExactly("DENY", "PERMIT");
        assertThat(findings()).isEmpty();
    }

    @Test
    void aRuleThatBeginsTouchesTheCopiesThatItNamesAtItsInstantAndNoOther() {
        mali.dataset(HEALTH.value(), "INTERNAL", "HEALTH");
        mali.copy(HEALTH, BAMAKO);
        mali.copy(mali.dataset("ML-DS-008", "INTERNAL", "HEALTH"), BAMAKO);
        mali.look();
        int before = mali.judged();

        mali.clock.set(DECEMBER.minusNanos(1_000));
        mali.look();
        assertThat(mali.judged()).isEqualTo(before);

        mali.clock.set(DECEMBER);
        mali.look();

        assertThat(mali.judged()).isEqualTo(before + 1);
        assertThat(mali.journaled(CopyJudged.class)).singleElement().satisfies(judged -> {
            assertThat(judged.dataset()).isEqualTo(HEALTH);
            assertThat(judged.cause()).isEqualTo(JudgingCause.RULES);
            assertThat(judged.words().fr()).contains("ML-DEC", "article 3");
        });
    }

    @Test
    void theEndOfARetentionIsNoticedOnItsDayAndTouchesNoOther() {
        mali.restart(WatchRules.of(
                WatchRules.PERMISSION,
                WatchRules.rule("ML-FIN", "interdire", "2026-01-01", "champ: {conservation.echue: oui}")));
        Instant end = NOW.plus(Duration.ofDays(5));
        mali.dataset(HEALTH.value(), "INTERNAL", "HEALTH");
        mali.copy(HEALTH, BAMAKO);
        DatasetId other = mali.dataset("ML-DS-008", "INTERNAL", "HEALTH");
        mali.copy(other, BAMAKO);
        mali.journal.append(new RetentionRecorded(mali.journal.now(), HEALTH, end));
        mali.journal.append(new RetentionRecorded(mali.journal.now(), other, end.plus(Duration.ofDays(90))));
        mali.look();
        int before = mali.judged();

        mali.clock.set(end.minusNanos(1_000));
        mali.look();
        assertThat(mali.judged()).isEqualTo(before);
        mali.clock.set(end);
        mali.look();

        assertThat(mali.judged()).isEqualTo(before + 1);
        assertThat(findings()).containsExactly("ML-DS-007 ML-BKO-1 ML DENY");
    }

    @Test
    void aDayOfAnIncidentThatRulesCountIsNoticedAlsoByAClockThatJumpsOverIt() {
        mali.restart(WatchRules.of(
                WatchRules.PERMISSION,
                WatchRules.rule(
                        "ML-CRISE", "interdire", "2026-01-01", "champ: {incident.jours_ecoules: {au_moins: 31}}")));
        mali.journal.append(new RegisterDeclared(mali.journal.now(), Register.INCIDENTS, true));
        mali.journal.append(new IncidentDeclared(mali.journal.now(), true, NOW, "incident"));
        mali.dataset(HEALTH.value(), "INTERNAL", "HEALTH");
        mali.copy(HEALTH, BAMAKO);
        mali.look();
        int before = mali.judged();
        mali.lookLater(Duration.ofDays(30));
        assertThat(mali.judged()).as("days that no rule names").isEqualTo(before);

        mali.lookLater(Duration.ofDays(100));

        assertThat(mali.judged()).isEqualTo(before + 1);
        assertThat(findings()).containsExactly("ML-DS-007 ML-BKO-1 ML DENY");
    }

    @Test
    void aDeadlineThatRunsOutIsAFactAndNoFurtherFindingPutsItOff() {
        mali.restart(WatchRules.of(
                WatchRules.PERMISSION,
                WatchRules.rule(
                        "ML-RETOUR",
                        "exiger",
                        "2026-01-01",
                        "champ: {jeu.classification: confidentiel}",
                        "condition: {fait: lieu.exploitation, est: etranger}",
                        "obligations: [proces_verbal_d_effacement_sous_30_jours]"),
                WatchRules.rule("ML-RETARD", "interdire", "2026-01-01", "champ: {copie.echeance_depassee: oui}")));
        mali.dataset(HEALTH.value(), "CONFIDENTIAL", "HEALTH");
        mali.copy(HEALTH, BAMAKO);
        mali.look();
        Instant deadline = NOW.plus(Duration.ofDays(30));
        assertThat(mali.journaled(CopyJudged.class)).singleElement().satisfies(judged -> {
            assertThat(judged.moveBy()).isEqualTo(deadline);
            assertThat(judged.rules()).extracting(CitedRule::id).containsExactly("ML-RETOUR");
        });

        mali.clock.set(deadline);
        mali.look();
        mali.lookLater(Duration.ofDays(1));

        assertThat(mali.journaled(CopyJudged.class)).hasSize(2).last().satisfies(judged -> {
            assertThat(judged.cause()).isEqualTo(JudgingCause.TIME);
            assertThat(judged.moveBy()).isEqualTo(deadline);
            assertThat(judged.rules()).extracting(CitedRule::id).containsExactly("ML-RETARD", "ML-RETOUR");
        });
    }

    @Test
    void aCopyThatMayStayUnderNewObligationsOwesThemOnce() {
        mali.dataset(HEALTH.value(), "INTERNAL", "HEALTH");
        mali.copy(HEALTH, BAMAKO);
        mali.look();
        assertThat(mali.journaled(CopyJudged.class)).isEmpty();

        mali.restart(WatchRules.of(
                WatchRules.PERMISSION,
                WatchRules.rule(
                        "ML-SUIVI",
                        "assortir",
                        "2026-01-01",
                        "champ: {jeu.categories: sante}",
                        "obligations: [attestation_trimestrielle_du_lieu, chiffrer_avant_l_envoi]")));
        mali.look();
        mali.lookLater(Duration.ofDays(1));

        assertThat(mali.journaled(CopyJudged.class))
                .singleElement()
                .satisfies(judged -> assertThat(judged.verdict()).isEqualTo("PERMIT"));
        assertThat(new Duties(mali.jdbi(), mali.clock).list(DutyFilter.ALL, DutyPage.first(10)))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.rule()).isEqualTo("ML-SUIVI");
                    assertThat(duty.code()).isEqualTo("attestation_trimestrielle_du_lieu");
                    assertThat(duty.about().site()).isEqualTo(BAMAKO);
                });
        assertThat(findings()).isEmpty();
    }

    @Test
    void aClockPutBackTakesBackWhatWasJudgedTooEarly() {
        mali.dataset(HEALTH.value(), "INTERNAL", "HEALTH");
        mali.copy(HEALTH, BAMAKO);
        mali.copy(mali.dataset("ML-DS-008", "INTERNAL", "HEALTH"), BAMAKO);
        mali.look();
        mali.clock.set(DECEMBER.plus(Duration.ofDays(40)));
        mali.look();
        int forward = mali.judged();

        mali.clock.set(NOW.plusSeconds(60));
        mali.look();
        mali.lookLater(Duration.ofSeconds(10));

        assertThat(mali.judged()).isEqualTo(forward + 1);
        assertThat(mali.journaled(CopyJudged.class))
                .extracting(judged -> judged.verdict() + " " + judged.cause())
                .containsExactly("DENY RULES", "PERMIT CLOCK");

        mali.clock.set(DECEMBER);
        mali.look();

        assertThat(findings()).containsExactly("ML-DS-007 ML-BKO-1 ML DENY");
    }

    @Test
    void anAuthorisationThatRunsOutIsNoticedAtItsEnd() {
        Instant end = NOW.plus(Duration.ofDays(3));
        DatasetId tax = mali.dataset("ML-DS-003", "INTERNAL", "TAX");
        mali.copy(tax, PARIS);
        mali.look();
        assertThat(mali.journaled(CopyJudged.class)).singleElement().satisfies(judged -> {
            assertThat(judged.verdict()).isEqualTo("INDETERMINATE");
            assertThat(judged.words().fr()).contains("authorisation.APDP");
            assertThat(judged.moveBy()).isNull();
        });

        mali.journal.append(new AuthorisationRecorded(
                mali.journal.now(), tax, "STORE", new Country("FR"), "GRANTED", NOW, end, "APDP 12"));
        mali.look();
        assertThat(findings()).isEmpty();
        int before = mali.judged();

        mali.lookLater(Duration.ofDays(3).minusSeconds(1));
        assertThat(mali.judged()).isEqualTo(before);
        mali.lookLater(Duration.ofSeconds(1));

        assertThat(mali.journaled(CopyJudged.class))
                .extracting(judged -> judged.verdict() + " " + judged.cause())
                .containsExactly("INDETERMINATE COPY", "PERMIT AUTHORISATION", "DENY TIME");
    }

    @Test
    void eachStateSaysItsOwnWordAndNobodyAnothers() {
        mali.say(
                State.BF,
                new DatasetRecorded(
                        mali.journal.now(),
                        TrialWatch.described(new DatasetId("BF-DS-001"), "CONFIDENTIAL", "HEALTH")));
        mali.copy(new DatasetId("BF-DS-001"), BAMAKO);
        mali.copy(new DatasetId("BF-DS-001"), OUAGADOUGOU);
        mali.look();

        // The copy at Ouagadougou is Burkina Faso's own affair.
        assertThat(mali.journaled(CopyJudged.class)).singleElement().satisfies(judged -> {
            assertThat(judged.site()).isEqualTo(BAMAKO);
            assertThat(judged.decision().get("findings").get(0).get("role").asText())
                    .isEqualTo("HOST");
        });
        assertThat(mali.judged()).isEqualTo(1);
    }

    @Test
    void whatWasNotedWhileNobodyWatchedIsJudgedAtTheStartAndUnderTheRulesOfThen() {
        mali.dataset(HEALTH.value(), "INTERNAL", "HEALTH");
        mali.copy(HEALTH, BAMAKO);
        mali.look();
        int before = mali.judged();

        mali.restart(WatchRules.of(WatchRules.ABROAD));
        mali.copy(HEALTH, PARIS);
        mali.look();

        assertThat(mali.judged()).isEqualTo(before + 2);
        assertThat(mali.journaled(CopyJudged.class))
                .extracting(judged -> judged.site() + " " + judged.verdict() + " " + judged.cause())
                .containsExactlyInAnyOrder("ML-BKO-1 DENY RULES", "XX-EU-1 DENY COPY");
    }

    @Test
    void aReclassificationTouchesTheCopiesOfItsDatasetAmongMany() {
        ManyCopies copies = new ManyCopies(mali, 40, 60);
        copies.write();
        mali.look();
        int before = mali.judged();

        copies.reclassify(7, "TOP_SECRET");
        mali.look();

        assertThat(mali.judged() - before).isEqualTo(ManyCopies.OF_EACH);
        assertThat(mali.journaled(CopyJudged.class))
                .hasSize(ManyCopies.OF_EACH)
                .allMatch(judged -> judged.dataset().equals(copies.dataset(7)));
    }

    @Test
    void twoProcessesOfTheStateJudgeEachCopyOnce() throws Exception {
        new ManyCopies(mali, 40, 60).write();
        mali.look();
        int before = mali.judged();
        mali.journal.append(new RegisterDeclared(mali.journal.now(), Register.INCIDENTS, true));

        Watch other = mali.watch(WatchRules.usual());
        try (ExecutorService processes = Executors.newFixedThreadPool(2)) {
            Future<?> one = processes.submit(mali::look);
            Future<?> two = processes.submit(other::look);
            one.get();
            two.get();
        } finally {
            other.close();
        }

        assertThat(mali.judged() - before).isEqualTo(40 * ManyCopies.OF_EACH);
    }

    @Test
    void withoutAnyLawNothingIsUnlawfulAndWithALawThatIsWithdrawnNothingIsPermitted() {
        mali.restart(WatchRules.none());
        mali.dataset(HEALTH.value(), "INTERNAL", "HEALTH");
        mali.copy(HEALTH, BAMAKO);
        mali.look();
        assertThat(mali.judged()).isZero();

        mali.restart(WatchRules.usual());
        mali.look();
        assertThat(mali.judged()).isEqualTo(1);
        mali.restart(WatchRules.none());
        mali.look();

        assertThat(mali.journaled(CopyJudged.class)).singleElement().satisfies(judged -> {
            assertThat(judged.cause()).isEqualTo(JudgingCause.RULES);
            assertThat(judged.words().fr()).isEqualTo("Refusé : aucune règle de ML ne le permet.");
        });
    }

    @Test
    void aSiteThatChangesItsOwnerHasTheCopiesThereJudged() {
        mali.dataset(HEALTH.value(), "INTERNAL", "HEALTH");
        mali.copy(HEALTH, BAMAKO);
        mali.copy(HEALTH, OUAGADOUGOU);
        mali.look();
        int before = mali.judged();

        mali.say(State.BF, new SiteRecorded(mali.journal.now(), TrialWatch.site(OUAGADOUGOU, "BF", "FR")));
        mali.look();

        assertThat(mali.judged()).isEqualTo(before + 1);
    }

    @Test
    void aCopyThatIsGoneIsNotSaidToBeThere() {
        mali.dataset(HEALTH.value(), "CONFIDENTIAL", "HEALTH");
        mali.copy(HEALTH, OUAGADOUGOU);
        mali.look();
        assertThat(findings()).containsExactly("ML-DS-007 BF-OUA-1 ML DENY");

        mali.say(
                State.BF,
                new ReplicaErased(mali.journal.now(), new GrantSerial("ML-" + "0".repeat(32)), HEALTH, OUAGADOUGOU));
        mali.look();

        assertThat(mali.registry.findings(List.of(HEALTH)))
                .noneMatch(finding -> finding.concerns(
                        mali.registry.replica(HEALTH, OUAGADOUGOU).orElseThrow()));
    }

    private void reclassify(String classification) {
        mali.journal.append(
                new DatasetRecorded(mali.journal.now(), TrialWatch.described(HEALTH, classification, "HEALTH")));
    }

    private List<String> findings() {
        return mali.registry.findings(List.of(HEALTH, new DatasetId("ML-DS-003"))).stream()
                .map(WatchIT::inShort)
                .toList();
    }

    private static String inShort(FindingStatement finding) {
        return finding.dataset() + " " + finding.site() + " " + finding.source().saidBy() + " "
                + finding.finding().verdict();
    }
}
