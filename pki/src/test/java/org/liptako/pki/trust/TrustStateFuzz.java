package org.liptako.pki.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class TrustStateFuzz {
    @FuzzTest(maxDuration = "30s")
    void bytesAreRefusedOrAreTheOneEncodingOfWhatTheySay(byte[] bytes) {
        try {
            assertThat(Drafting.CODEC.encode(Drafting.CODEC.decode(bytes))).isEqualTo(bytes);
        } catch (MalformedTrustStateException refused) {
            assertThat(refused).hasMessageNotContaining("\n");
        }
    }
}
