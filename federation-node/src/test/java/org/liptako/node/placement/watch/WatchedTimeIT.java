package org.liptako.node.placement.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.watch.TrialWatch.BAMAKO;
import static org.liptako.node.placement.watch.TrialWatch.HEALTH;
import static org.liptako.node.placement.watch.TrialWatch.NOW;
import static org.liptako.node.placement.watch.TrialWatch.PARIS;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.AuthorisationRecorded;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.IncidentDeclared;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.journal.event.Register;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.RetentionRecorded;

/** What changes by itself is noticed at its instant: the end of a retention or an authorisation, a day of an incident, a deadline, a clock that jumps. */
class WatchedTimeIT {
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

    private final TrialWatch mali = new TrialWatch();

    @AfterEach
    void close() {
        mali.close();
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
        assertThat(mali.findings()).containsExactly("ML-DS-007 ML-BKO-1 ML DENY");
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
        assertThat(mali.findings()).containsExactly("ML-DS-007 ML-BKO-1 ML DENY");
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

        assertThat(mali.findings()).containsExactly("ML-DS-007 ML-BKO-1 ML DENY");
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
        assertThat(mali.findings()).isEmpty();
        int before = mali.judged();

        mali.lookLater(Duration.ofDays(3).minusSeconds(1));
        assertThat(mali.judged()).isEqualTo(before);
        mali.lookLater(Duration.ofSeconds(1));

        assertThat(mali.journaled(CopyJudged.class))
                .extracting(judged -> judged.verdict() + " " + judged.cause())
                .containsExactly("INDETERMINATE COPY", "PERMIT AUTHORISATION", "DENY TIME");
    }
}
