package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.OUAGADOUGOU;
import static org.liptako.node.placement.TrialDuties.ATTESTATION;
import static org.liptako.node.placement.TrialDuties.ENCRYPTION;
import static org.liptako.node.placement.TrialDuties.NOTICE;
import static org.liptako.node.placement.TrialDuties.PLAN;
import static org.liptako.node.placement.TrialDuties.duties;
import static org.liptako.node.placement.TrialDuties.duty;
import static org.liptako.node.placement.TrialDuties.outcome;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.GrantWithdrawn;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.placement.duty.Duty;
import org.liptako.node.placement.duty.DutyStatus;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;

/** What a copy of Mali's at Ouagadougou is owed by whom, at both States' nodes, and what ends it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DutiesIT {
    @RegisterExtension
    final TrialDuties trial = new TrialDuties();

    private final TrialNode mali = trial.mali();
    private final TrialNode burkina = trial.burkina();

    @Test
    void bothStatesListTheSameDutiesWithTheirDaysAndTheirDebtors() {
        assertThat(duties(mali)).isEqualTo(duties(burkina));
        Duty attestation = duty(mali, ATTESTATION);
        assertThat(attestation.status()).isEqualTo(DutyStatus.OPEN);
        assertThat(attestation.debtor().words().fr()).isEqualTo("l'exploitant de BF-OUA-1");
        assertThat(attestation.due())
                .contains(trial.granted()
                        .at()
                        .atOffset(ZoneOffset.UTC)
                        .plusMonths(3)
                        .plusDays(1)
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant());
        assertThat(attestation.law())
                .hasValueSatisfying(law -> assertThat(law.legalBasis()).containsExactly("Loi d'essai, article 7"));
        Duty notice = duty(mali, NOTICE);
        assertThat(notice.due()).contains(trial.granted().at().plus(Duration.ofDays(3)));
        assertThat(notice.debtor().words().en()).isEqualTo("the legal officers of Mali");
        assertThat(duty(mali, PLAN).due()).isEmpty();
        assertThat(duty(mali, PLAN).debtor().site()).contains(TrialCatalogue.BAMAKO);
    }

    @Test
    void whatTheNodeKeepsIsNobodysTask() {
        Duty encryption = duty(mali, ENCRYPTION);

        assertThat(encryption.status()).isEqualTo(DutyStatus.KEPT);
        assertThat(encryption.keptBy())
                .hasValueSatisfying(words -> assertThat(words.fr()).contains("version chiffrée"));
        assertThat(outcome(mali, mali.operator(), encryption, "preuve")).isEqualTo("DUTY_NOT_OWED");
    }

    @Test
    void nothingIsOwedBeforeTheHostsAcceptanceIsKnown() {
        TrialNode niger = trial.niger();
        niger.hear(mali);
        assertThat(duties(niger)).isEmpty();

        niger.hear(burkina);
        assertThat(duties(niger)).isEqualTo(duties(mali));
    }

    @Test
    void aGrantThatIsWithdrawnBeforeAnythingCameUnderItTakesItsDutiesWithItAtOnce() {
        PlacementGranted grant = trial.granted();
        assertThat(duties(mali)).isNotEmpty();

        mali.journal.append(new GrantWithdrawn(
                mali.journal.now(),
                grant.serial(),
                grant.terms().dataset(),
                grant.terms().targetSite(),
                JudgingCause.RULES,
                grant.ruleSet(),
                grant.decision(),
                List.of(),
                new Sentence("Refusé.", "Refused.")));
        burkina.hear(mali);

        assertThat(duties(mali)).isEmpty();
        assertThat(duties(burkina)).isEmpty();
    }

    @Test
    void anotherGrantForTheCopyGoesOnWithItsDutiesAndItsErasureEndsThem() {
        Duty before = duty(burkina, ATTESTATION);
        trial.grant("request-2");
        assertThat(duty(burkina, ATTESTATION)).isEqualTo(before);
        assertThat(duties(burkina))
                .extracting(Duty::code)
                .filteredOn(NOTICE::equals)
                .hasSize(2);

        GrantSerial serial = mali.journaled(PlacementGranted.class).getLast().serial();
        burkina.journal.append(new ReplicaErased(burkina.journal.now(), serial, AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(duties(burkina)).extracting(Duty::code).contains(NOTICE).doesNotContain(ATTESTATION, ENCRYPTION);
    }

    @Test
    void aCopyThatIsJudgedAnewOwesWhatItsGrantHasNotAskedForAlready() {
        PlacementGranted grant = trial.granted();
        List<Duty> before = duties(mali);
        mali.journal.append(judged(grant, OUAGADOUGOU));
        assertThat(duties(mali)).isEqualTo(before);

        mali.journal.append(judged(grant, TrialCatalogue.NIAMEY));

        assertThat(duties(mali))
                .filteredOn(duty -> duty.about().site().equals(TrialCatalogue.NIAMEY))
                .extracting(Duty::code)
                .contains(ATTESTATION, NOTICE, PLAN)
                .doesNotContain(ENCRYPTION);
    }

    private static CopyJudged judged(PlacementGranted grant, SiteId site) {
        return new CopyJudged(
                grant.at().plusSeconds(1),
                AGGREGATED_HEALTH,
                site,
                "PERMIT",
                JudgingCause.RULES,
                grant.ruleSet(),
                grant.decision(),
                grant.rules(),
                new Sentence("permise", "permitted"),
                null);
    }
}
