package org.liptako.pki.issuing;

import java.nio.file.Path;

/**
 * A PKCS#11 token.
 *
 * @param library its module, an absolute path
 * @param slotIndex which of the slots that the module lists, from 0
 */
public record Token(Path library, int slotIndex) {
    public Token {
        if (!library.isAbsolute() || library.toString().contains("\n")) {
            throw new IllegalArgumentException("A PKCS#11 module is named by an absolute path.");
        }
        if (slotIndex < 0) {
            throw new IllegalArgumentException("Slots are counted from 0.");
        }
    }
}
