package org.liptako.pki.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;

class AccountWordsTest {
    private static final Instant AT = Instant.parse("2026-11-21T09:59:30Z");

    @Test
    void aJournalOfOneEntryAndOfOneWitnessIsSpokenOfAsEachLanguageDoes() {
        Words one = AccountWriter.checkpoint(journal(1, Map.of(State.NE, AT)));

        assertThat(one.fr())
                .isEqualTo("Le Mali a signé son journal de 1 entrée ; cosigné par le Niger le " + AT
                        + ", qui n'a vu ce journal que croître.");
        assertThat(one.en())
                .isEqualTo("Mali has signed its journal of 1 entry; cosigned by Niger at " + AT
                        + ", who has seen this journal only grow.");
    }

    @Test
    void manyAreSpokenOfAsMany() {
        Words many = AccountWriter.checkpoint(journal(7, Map.of(State.NE, AT, State.BF, AT)));

        assertThat(many.fr()).contains("de 7 entrées ; ", ", qui n'ont vu ce");
        assertThat(many.en()).contains("of 7 entries; ", ", who have seen this");
    }

    private static ProvedJournal journal(long size, Map<State, Instant> cosigned) {
        return new ProvedJournal(
                State.ML, new Checkpoint("ml.aes.internal/journal", size, Digest.over(new byte[0])), cosigned);
    }
}
