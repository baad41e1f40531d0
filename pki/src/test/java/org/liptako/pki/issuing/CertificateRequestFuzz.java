package org.liptako.pki.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class CertificateRequestFuzz {
    @FuzzTest(maxDuration = "30s")
    void aRequestIsRefusedInASentenceOrBringsAUsableKey(byte[] bytes) {
        try {
            assertThat(CertificateRequest.parse(bytes).key().getAlgorithm()).isEqualTo("EC");
        } catch (IssuingException refused) {
            assertThat(refused).hasMessageEndingWith(".");
        }
    }
}
