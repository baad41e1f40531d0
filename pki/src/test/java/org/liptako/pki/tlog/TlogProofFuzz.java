package org.liptako.pki.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class TlogProofFuzz {
    @FuzzTest(maxDuration = "30s")
    void aProofIsRefusedInASentenceOrIsWrittenAsItWasRead(byte[] bytes) {
        try {
            TlogProof proof = TlogProof.parse(bytes);
            assertThat(proof.toBytes()).isEqualTo(bytes);
            proof.verify(SampleLog.entry(0).leafHash(), Vectors.policy());
        } catch (MalformedLogException | RefusedNoteException refused) {
            assertThat(refused.getMessage()).matches("(?s).*[.\\]]");
        }
    }
}
