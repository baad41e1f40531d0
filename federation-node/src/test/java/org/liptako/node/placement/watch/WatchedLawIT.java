package org.liptako.node.placement.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.watch.TrialWatch.BAMAKO;
import static org.liptako.node.placement.watch.TrialWatch.HEALTH;
import static org.liptako.node.placement.watch.TrialWatch.PARIS;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.placement.duty.DutyFilter;
import org.liptako.node.placement.duty.DutyPage;

/** Copies are judged again under rules that are not what they were, those that the change may touch and no other. */
class WatchedLawIT {
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

    private final TrialWatch mali = new TrialWatch();

    @AfterEach
    void close() {
        mali.close();
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
        assertThat(mali.findings()).isEmpty();
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
}
