package org.liptako.node.exchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.exchange.queue.PauseScope;
import org.liptako.node.exchange.store.Durable;
import org.liptako.node.exchange.transfer.TransferWait;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** Something stands against mending Niger's damaged copy, an operator or a rule: it waits, and says for whom and by which article. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BarredRepairIT extends CopyAtNiamey {
    private static final int MEBIBYTES = 6;

    BarredRepairIT() {
        super(MEBIBYTES);
    }

    @Test
    void aPauseOrAWithdrawnRuleKeepsACopyFromBeingMended() throws Exception {
        damage(4);
        verify();

        assertThatThrownBy(() -> niger.held(nigers)).isInstanceOf(NoSuchElementException.class);
        niger.queue().pause(new PauseScope.FromState(State.ML), "an operator");
        assertThat(niger.repairDesk().repair(version))
                .hasValueSatisfying(why -> assertThat(why.waitsFor()).isEqualTo(TransferWait.PAUSED));
        niger.queue().resume(new PauseScope.FromState(State.ML));

        Jdbi jdbi = niger.record.own().jdbi();
        withdrawnByMali(jdbi);
        assertThat(niger.repairDesk().repair(version))
                .hasValueSatisfying(why -> assertThat(why.reason().en()).contains("ML-7"));
        jdbi.useHandle(handle -> handle.execute("DELETE FROM watch_withdrawal"));

        assertThat(niger.damaged().all()).hasSize(1);
        assertThat(status()).isEqualTo(ReplicaStatus.UNPROVEN);
        assertThat(niger.store().sealed(version)).isPresent();
        assertThat(niger.repairDesk().repair(version)).isEmpty();
    }

    @Test
    void aMissingFactKeepsNoCopyFromBeingMendedWhereARefusalDoes() throws Exception {
        damage(4);
        verify();
        niger.record.own().journal().append(judged(State.NE, "DENY"));
        assertThat(niger.repairDesk().repair(version))
                .hasValueSatisfying(why -> assertThat(why.reason().en()).contains("BF-7"));

        niger.record.own().journal().append(judged(State.NE, "INDETERMINATE"));
        mali.record.own().journal().append(judged(State.NE, "INDETERMINATE"));
        // Its grant has ended, too: it is the copy that is heard of, and what is known against it.
        theGrantHasEnded();
        maliHearsOfTheDamage();

        assertThat(niger.repairDesk().repair(version)).isEmpty();
        isWhatMaliPublished();
    }

    @Test
    void whereNobodyGivesTheSentenceNamesWhoBarsEachCopyByWhichArticle() throws Exception {
        Durable.remove(requireNonNull(niger.sealed(nigers).getParent()));
        burkinaHasACopyToo();
        niger.record.hear(State.BF, against(State.BF));
        verify();
        withdrawnByMali(mali.record.own().jdbi());

        assertThat(niger.repairDesk().repair(version)).hasValueSatisfying(why -> {
            assertThat(why.waitsFor()).isEqualTo(TransferWait.RULE);
            assertThat(why.reason().en())
                    .contains("The source (Mali)", "withdrawn by Mali: The rule ML-7 was withdrawn.")
                    .contains("No other State is known")
                    .contains("Burkina Faso (BF) objects to the copy at site BF-OUA-1: BF-7 (Loi 010-2004/AN:24).");
            assertThat(why.reason().fr())
                    .contains("Burkina Faso (BF) s'oppose à la copie du site BF-OUA-1 : BF-7 (Loi 010-2004/AN:24).");
        });
        assertThat(status()).isEqualTo(ReplicaStatus.UNPROVEN);
    }

    @Test
    void aCopyThatAStateObjectsToIsNotMendedAndTheSentenceSaysWhoseRuleItIs() throws Exception {
        damage(3);
        verify();
        niger.record.hear(State.ML, against(State.NE));

        assertThat(niger.repairDesk().repair(version)).hasValueSatisfying(why -> {
            assertThat(why.waitsFor()).isEqualTo(TransferWait.RULE);
            assertThat(why.reason().en())
                    .contains("Mali (ML) objects to the copy at site NE-NIM-1: BF-7", "should be here no longer")
                    .doesNotContain("No other State");
        });
    }

    /** As a State's journals known to this database say. */
    private void withdrawnByMali(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO watch_withdrawal (serial, said_by, words_fr, words_en) VALUES (?, 'ML', ?, ?)",
                nigers.serial().value(),
                "La règle ML-7 a été retirée.",
                "The rule ML-7 was withdrawn."));
    }

    /** A State has judged the copy in a capital, and objects to it. */
    private CopyJudged against(State state) {
        return judged(state, "DENY");
    }

    private CopyJudged judged(State state, String verdict) {
        return new CopyJudged(
                Clock.systemUTC().instant(),
                version.dataset(),
                TrialRegion.capital(state),
                verdict,
                JudgingCause.RULES,
                nigers.ruleSet(),
                JsonNodeFactory.instance.objectNode(),
                List.of(new CitedRule("BF-7", new Sentence("Sol", "Soil"), List.of("Loi 010-2004/AN:24"))),
                new Sentence("Refusée.", "Denied."),
                null);
    }
}
