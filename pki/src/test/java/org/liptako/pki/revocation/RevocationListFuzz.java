package org.liptako.pki.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;

class RevocationListFuzz {
    @FuzzTest(maxDuration = "30s")
    void aListIsRefusedInASentenceOrKeepsItsBytes(byte[] bytes) {
        try {
            RevocationList list = RevocationList.parse(bytes);
            assertThat(list.der()).isEqualTo(bytes);
            assertThat(list.thisUpdate()).isNotNull();
            assertThat(list.defect(Instant.MIN)).isPresent();
        } catch (RevocationListException refused) {
            assertThat(refused).hasMessageEndingWith(".");
        }
    }
}
