package org.liptako.pki.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class NoteKeyFuzz {
    @FuzzTest(maxDuration = "30s")
    void aKeyOrAPathIsRefusedInASentenceOrIsWrittenAsItWasRead(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            assertThat(NoteKey.parse(text)).hasToString(text);
        } catch (MalformedLogException refused) {
            assertThat(refused).hasMessageEndingWith(".");
        }
        try {
            assertThat(TilePath.parse(text).path()).isEqualTo(text);
        } catch (MalformedLogException refused) {
            assertThat(refused).hasMessageEndingWith(".");
        }
    }
}
