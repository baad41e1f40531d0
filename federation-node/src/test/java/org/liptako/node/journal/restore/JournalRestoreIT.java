package org.liptako.node.journal.restore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.pki.name.State;

/** A backup takes back what the peers have kept, and no other journal goes on. */
class JournalRestoreIT extends RestoreTrial {
    @Test
    void aBackupTakesBackWhatAPeerHasKeptAndGoesOnWithTheSameJournal() {
        Mali restored = before.backup();
        heard(before.with("d", "e", "f"), burkina);
        niger.answering = false;

        restored.restore.begin();
        assertThat(restored.why()).contains("it has 3 entries of it, out of 6 signed");
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());
        assertThat(restored.events(0)).isEqualTo(before.events(0));
        assertThat(restored.projected).isEqualTo(before.events(3));
        restored.with("g");
        burkina.hear(restored);
        assertThat(burkina.journals.status(State.ML).chain()).isEqualTo(restored.journal.chain());
    }

    @Test
    void untilAPeerAnswersNothingIsJournaledOrSignedAndReadingGoesOn() {
        Mali restored = before.backup();
        heard(before.with("d", "e", "f"), burkina);
        burkina.answering = false;
        niger.answering = false;

        restored.restore.begin();
        assertThat(restored.restore.look()).isFalse();

        assertThat(restored.why()).contains("entries 3 to 5 are missing", "Burkina Faso, Niger");
        refused(() -> restored.with("x"));
        refused(restored.heads::head);
        assertThat(restored.events(0)).hasSize(3);
        burkina.answering = true;
        assertThat(restored.restore.look()).isTrue();
        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());
    }

    @Test
    void anotherJournalOfTheSameStateIsRefusedWithTheEntryNamed() {
        Mali forked = before.backup().with("d", "another e", "f");
        heard(before.with("d", "e", "f"), burkina);

        forked.restore.begin();
        assertThat(forked.why()).contains("The database contradicts what was signed");
        assertThat(forked.restore.look()).isFalse();

        assertThat(forked.why())
                .contains("its entry 3 is not the one that this State signed and that Burkina Faso has kept");
        refused(() -> forked.with("x"));
        assertThat(forked.restore.look()).isFalse();
    }

    @Test
    void aBackupThatWasGoneOnWithIsRefusedToo() {
        Mali forked = before.backup().with("another d");
        heard(before.with("d", "e", "f"), niger);

        forked.restore.begin();
        assertThat(forked.restore.look()).isFalse();

        assertThat(forked.why()).contains("its entry 3 is not", "Niger has kept");
        assertThat(forked.journal.chain().length()).isEqualTo(4);
    }

    @Test
    void aPeerThatGivesNothingIsPassedOverAndTheNextOneAsked() {
        Mali restored = before.backup();
        heard(before.with("d", "e"), burkina);
        niger.hear(before);
        burkina.giving = false;

        restored.restore.begin();
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());
    }

    @Test
    void aPeerWhoseHeadIsNotBelievedMayHaveTheRest() {
        Mali restored = before.backup();
        heard(before.with("d", "e"), burkina);
        burkina.forging = true;

        restored.restore.begin();
        assertThat(restored.restore.look()).isFalse();
        assertThat(restored.why()).contains("no answer that can be believed comes from Burkina Faso");

        burkina.forging = false;
        assertThat(restored.restore.look()).isTrue();
        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());
    }

    @Test
    void withoutAMarkThePeersAreAskedAndNobodyIsWaitedFor() {
        Mali restored = before.backup();
        before.with("d", "e");
        burkina.hear(before);
        niger.answering = false;

        restored.restore.begin();
        assertThat(restored.restore.look()).isTrue();
        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());

        burkina.answering = false;
        Mali lone = new Mali(TestDatabase.fresh());
        directory.resolve("data").resolve("mark").toFile().delete();
        lone.restore.begin();
        assertThat(lone.restore.look()).isTrue();
    }

    @Test
    void aDatabaseThatFallsBackWhileTheNodeRunsIsHeldToo() {
        Mali lagging = before.backup();
        heard(before.with("d"), burkina);

        assertThat(lagging.restore.remember()).isFalse();

        assertThat(lagging.why()).contains("it has 3 entries of it, out of 4 signed");
        assertThat(lagging.restore.look()).isTrue();
        assertThat(lagging.restore.remember()).isTrue();
        assertThat(lagging.journal.chain()).isEqualTo(before.journal.chain());
    }
}
