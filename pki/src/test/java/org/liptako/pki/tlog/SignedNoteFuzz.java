package org.liptako.pki.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class SignedNoteFuzz {
    @FuzzTest(maxDuration = "30s")
    void aNoteIsRefusedInASentenceOrIsWrittenAsItWasRead(byte[] bytes) {
        try {
            SignedNote note = SignedNote.parse(bytes);
            assertThat(note.toBytes()).isEqualTo(bytes);
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            assertThat(checkpoint.text()).isEqualTo(note.text());
            Vectors.policy().verify(note);
        } catch (MalformedLogException | RefusedNoteException refused) {
            assertThat(refused.getMessage()).matches("(?s).*[.\\]]");
        }
    }
}
