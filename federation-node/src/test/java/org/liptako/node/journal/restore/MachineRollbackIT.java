package org.liptako.node.journal.restore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liptako.node.journal.witness.TrialLog;
import org.liptako.pki.name.State;

/** A machine that went back with its mark, and what was cosigned, are told by the peers alone. */
class MachineRollbackIT extends RestoreTrial {
    @Test
    void aTreeThatWasCosignedFurtherThanAnybodyHasReadCannotGoOn() {
        Mali restored = before.backup();
        heard(before.with("d"), burkina);
        niger.cosigned = new TrialLog(State.ML).with(5, "entry").lastCheckpoint();

        restored.restore.begin();
        assertThat(restored.restore.look()).isFalse();

        assertThat(restored.why()).contains("Niger has cosigned 5 entries of this journal");
    }

    @Test
    void aCheckpointThatThisStateHasNotSignedHoldsNothing() {
        Mali restored = before.backup();
        heard(before.with("d"), burkina);
        niger.cosigned = new TrialLog(State.NE).with(5, "entry").lastCheckpoint();

        restored.restore.begin();
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());
    }

    @Test
    void aMachineThatWentBackWithItsMarkTakesItsEntriesBackFromItsPeers() {
        before.restore.remember();
        Mali restored = before.backup();
        burkina.hear(before.with("d", "e", "f"));
        niger.answering = false;

        restored.restore.begin();
        assertThat(restored.why()).isEmpty();
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());
        assertThat(restored.events(0)).isEqualTo(before.events(0));
        restored.with("g");
        burkina.hear(restored);
        assertThat(burkina.journals.status(State.ML).chain()).isEqualTo(restored.journal.chain());
    }

    @Test
    void aMachineThatWentBackBehindWhatAWitnessCosignedIsHeldThoughNobodyHasReadThatFar() {
        before.restore.remember();
        Mali restored = before.backup();
        niger.cosigned = new TrialLog(State.ML).with(5, "entry").lastCheckpoint();

        restored.restore.begin();
        assertThat(restored.restore.look()).isFalse();

        assertThat(restored.why()).contains("Niger has cosigned 5 entries of this journal");
        refused(() -> restored.with("x"));
    }

    @Test
    void aMachineThatWentBackAndWentOnIsHeldByTheCheckpointThatAWitnessCosigned() {
        Mali restored = before.backup();
        restored.restore.remember();
        niger.cosigned = new TrialLog(State.ML).with(3, "entry").lastCheckpoint();
        burkina.answering = false;

        restored.restore.begin();
        assertThat(restored.restore.look()).isTrue();
        assertThat(restored.journal.hold().maySign())
                .as("the tree is behind: nothing was compared")
                .isFalse();
        restored.grow();
        assertThat(restored.restore.look()).isFalse();

        assertThat(restored.why())
                .contains("its beginning, 3 entries long, is not the one that this State signed and Niger");
        refused(() -> restored.with("x"));
    }

    @Test
    void whatWasAppendedWhileNobodyAnsweredIsNamedOnceAPeerKnowsBetter() {
        before.restore.remember();
        Mali restored = before.backup();
        burkina.hear(before.with("d", "e"));
        burkina.answering = false;
        niger.answering = false;

        restored.restore.begin();
        assertThat(restored.restore.look()).isTrue();
        restored.with("another d");
        assertThat(restored.journal.hold().maySign())
                .as("mark and database went back together, and nobody has said so yet")
                .isFalse();
        burkina.answering = true;
        assertThat(restored.restore.look()).isFalse();

        assertThat(restored.why()).contains("its entry 3 is not the one that this State signed");
        assertThat(restored.journal.hold().maySign()).isFalse();
        refused(() -> restored.with("x"));
    }

    @Test
    void aRestartAsksItsPeersAndWaitsForNobodyButSignsNoCheckpointBeforeOneHasAnswered() {
        heard(before.with("d"), burkina);
        Mali again = before.backup();
        burkina.answering = false;
        niger.answering = false;

        again.restore.begin();
        assertThat(again.restore.look()).isTrue();
        again.with("e");
        assertThat(burkina.asked).isEqualTo(1);
        assertThat(again.journal.hold().maySign()).isFalse();

        burkina.answering = true;
        assertThat(again.restore.look()).isTrue();
        assertThat(again.journal.hold().maySign()).isTrue();
        assertThat(again.events(4)).hasSize(1);
    }

    @Test
    void aPeerThatHasReadNothingYetIsAnAnswerToo() {
        Mali first = before.backup();
        niger.answering = false;

        first.restore.begin();
        assertThat(first.restore.look()).isTrue();

        assertThat(first.journal.hold().maySign()).isTrue();
    }
}
