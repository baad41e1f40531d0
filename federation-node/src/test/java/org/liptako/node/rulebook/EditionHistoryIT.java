package org.liptako.node.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.rulebook.TrialEditions.enactment;
import static org.liptako.node.rulebook.TrialEditions.held;
import static org.liptako.node.rulebook.TrialEditions.samples;
import static org.liptako.node.rulebook.TrialEditions.signed;
import static org.liptako.policy.rules.Jurisdiction.ML;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.pki.name.State;
import org.liptako.policy.edition.EditionRefusal;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.SourceFile;

/** An edition follows the one before it, and there is one history. */
class EditionHistoryIT extends EditionTrial {
    @Test
    void takesNoOlderEdition() throws Exception {
        HeldEdition one = publish(first, rules);
        List<SourceFile> next = samples(ML, "next");
        clock.advance(Duration.ofSeconds(2));
        publish(enactment(ML, one, clock.instant(), clock.instant(), next), next);

        assertThat(mali.refusal(signed(first, rules))).isEqualTo(EditionRefusal.OLD);
    }

    @Test
    void takesNoRivalHistoryEvenFromTheRightOfficers() throws Exception {
        HeldEdition one = publish(first, rules);
        clock.advance(Duration.ofSeconds(2));
        List<SourceFile> other = samples(ML, "other");
        RuleEdition rival = enactment(ML, null, clock.instant(), clock.instant(), other);
        RuleEdition ofTheRival = enactment(ML, held(signed(rival, other)), clock.instant(), clock.instant(), other);

        assertThat(mali.refusal(signed(rival, other))).isEqualTo(EditionRefusal.FORKED);
        assertThat(mali.refusal(signed(ofTheRival, other))).isEqualTo(EditionRefusal.FORKED);
        assertThat(mali.desk.lines().of(ML).newest()).contains(one);
    }

    @Test
    void raisesTheAlarmOnceWhenAPeerHandsOnASignedRival() throws Exception {
        publish(first, rules);
        clock.advance(Duration.ofSeconds(2));
        List<SourceFile> other = samples(ML, "other");
        SignedEdition rival = signed(enactment(ML, null, clock.instant(), clock.instant(), other), other);
        mali.desk.take(rival, State.BF);
        mali.desk.take(rival, State.BF);

        assertThat(mali.journaled(AlarmRaised.class)).singleElement().satisfies(alarm -> {
            assertThat(alarm.code()).isEqualTo("EDITION_FORKED");
            assertThat(alarm.about()).isEqualTo(State.BF);
        });
    }
}
