package org.liptako.node.placement.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.watch.TrialWatch.BAMAKO;
import static org.liptako.node.placement.watch.TrialWatch.HEALTH;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.rulebook.TrialLaw;
import org.liptako.pki.name.State;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/** Editions as officers signed them begin, end and are withdrawn; the copies that they touch are judged again, whether the watch ran at that instant or not. */
class WatchedEditionsIT {
    private static final String BAN =
            WatchRules.rule("ML-BAN", "interdire", "2026-01-01", "champ: {jeu.id: ML-DS-007}");

    private final TrialWatch mali = new TrialWatch();
    private final TrialLaw law = new TrialLaw(mali.clock);
    private Instant begins;

    @BeforeEach
    void publish() throws Exception {
        // The officers' certificates are of today.
        mali.clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        begins = mali.clock.instant().plus(Duration.ofHours(1));
        law.publish(State.ML, Jurisdiction.AES, Vocabulary.standard(), List.of(file("AES", " []\n")));
        publish(begins.minus(Duration.ofHours(1)), WatchRules.PERMISSION);
        mali.restart(law.ruleSets(State.ML));
        mali.dataset(HEALTH.value(), "INTERNAL", "HEALTH");
        mali.copy(HEALTH, BAMAKO);
        mali.copy(mali.dataset("ML-DS-008", "INTERNAL", "HEALTH"), BAMAKO);
        mali.look();
        assertThat(mali.journaled(CopyJudged.class)).isEmpty();
        mali.clock.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        mali.close();
        law.close();
    }

    @Test
    void oneThatBeginsUnderTheWatchsEyesTouchesWhatItChangesAtItsInstantAndNotBefore() throws Exception {
        int before = mali.judged();
        publish(begins, WatchRules.PERMISSION, BAN);

        mali.clock.set(begins.minusMillis(1));
        mali.look();
        assertThat(mali.judged()).isEqualTo(before);
        mali.clock.set(begins);
        mali.look();
        mali.lookLater(Duration.ofSeconds(1));

        assertThat(mali.judged()).isEqualTo(before + 1);
        isBannedOnce();
    }

    @Test
    void oneThatBeganWhileNobodyWatchedIsJudgedByAtTheStartAndOnce() throws Exception {
        publish(begins, WatchRules.PERMISSION, BAN);
        mali.clock.set(begins.plus(Duration.ofMinutes(10)));

        mali.restart(law.restarted(State.ML));
        mali.look();
        mali.restart(law.restarted(State.ML));
        mali.look();

        isBannedOnce();
    }

    @Test
    void oneThatIsWithdrawnGivesBackWhatItTook() throws Exception {
        publish(mali.clock.instant(), WatchRules.PERMISSION, BAN);
        mali.look();
        isBannedOnce();

        mali.clock.advance(Duration.ofMinutes(5));
        law.withdraw(State.ML, Jurisdiction.ML);
        mali.look();

        assertThat(mali.journaled(CopyJudged.class))
                .extracting(judged -> judged.dataset() + " " + judged.verdict() + " " + judged.cause())
                .containsExactly("ML-DS-007 DENY RULES", "ML-DS-007 PERMIT RULES");
    }

    @Test
    void aRuleThatEndsByItsOwnDateGivesBackWhatItTookUnderTheWatchsEyes() throws Exception {
        Instant midnight = banUntilMidnight();

        mali.clock.set(midnight.minusMillis(1));
        mali.look();
        isBannedOnce();
        mali.clock.set(midnight);
        mali.look();

        assertThat(mali.journaled(CopyJudged.class))
                .extracting(CopyJudged::verdict)
                .containsExactly("DENY", "PERMIT");
    }

    @Test
    void andAlsoWhereItEndedWhileNobodyWatched() throws Exception {
        Instant midnight = banUntilMidnight();

        mali.clock.set(midnight.plus(Duration.ofMinutes(10)));
        mali.restart(law.restarted(State.ML));
        mali.look();

        assertThat(mali.journaled(CopyJudged.class))
                .extracting(CopyJudged::verdict)
                .containsExactly("DENY", "PERMIT");
    }

    /** In force at once, until the day's end at Bamako, which is that in UTC. */
    private Instant banUntilMidnight() throws Exception {
        LocalDate today = LocalDate.ofInstant(mali.clock.instant(), ZoneOffset.UTC);
        publish(
                mali.clock.instant(),
                WatchRules.PERMISSION,
                WatchRules.rule("ML-BAN", "interdire", "2026-01-01, au: " + today, "champ: {jeu.id: ML-DS-007}"));
        mali.look();
        isBannedOnce();
        return today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void isBannedOnce() {
        assertThat(mali.journaled(CopyJudged.class)).singleElement().satisfies(judged -> {
            assertThat(judged.dataset()).isEqualTo(HEALTH);
            assertThat(judged.verdict()).isEqualTo("DENY");
            assertThat(judged.cause()).isEqualTo(JudgingCause.RULES);
            assertThat(judged.rules()).extracting(CitedRule::id).containsExactly("ML-BAN");
        });
    }

    private void publish(Instant from, String... rules) throws Exception {
        law.publish(
                State.ML,
                Jurisdiction.ML,
                Vocabulary.standard(),
                List.of(file("ML", "\n" + String.join("", rules))),
                from);
    }

    private static SourceFile file(String jurisdiction, String rules) {
        return new SourceFile(
                jurisdiction + ".yaml", ("recueil: " + jurisdiction + "\nregles:" + rules).getBytes(UTF_8));
    }
}
