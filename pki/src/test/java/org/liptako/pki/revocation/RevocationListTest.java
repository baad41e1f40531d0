package org.liptako.pki.revocation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RevocationListTest {
    @Test
    void refusesFiftyMegabytesInOneLineAndAtOnce() {
        assertThatThrownBy(() -> RevocationList.parse(new byte[50 * 1024 * 1024]))
                .isInstanceOf(RevocationListException.class)
                .hasMessage("The revocation list has 52428800 bytes; at most 1048576 are read. Ask its issuer for a"
                        + " shorter one.");
    }

    @Test
    void refusesWhatIsCutShort() {
        assertThatThrownBy(() -> RevocationList.parse(new byte[] {0x30, 0x05, 0x00}))
                .isInstanceOf(RevocationListException.class)
                .hasMessageContaining("cut short");
    }
}
