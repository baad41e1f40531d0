package org.liptako.pki.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class SpiffeNameFuzz {
    @FuzzTest(maxDuration = "30s")
    void aTextIsRefusedOrIsExactlyWhatTheNamePrints(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            SpiffeName name = SpiffeName.parse(text);
            assertThat(name).hasToString(text);
            Party party = Party.of(name, Zone.INTERNAL);
            assertThat(party.nameIn(Zone.INTERNAL)).isEqualTo(name);
        } catch (MalformedNameException refused) {
            assertThat(refused).hasMessageEndingWith(".");
        }
    }
}
