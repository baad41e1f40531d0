package org.liptako.node.exchange.grant;

import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Grants as requests name them. */
public final class GrantMessages {
    private GrantMessages() {}

    /**
     * The serial in a request.
     *
     * @throws Failure INVALID_REQUEST if the text is none
     */
    public static GrantSerial serial(String text) {
        try {
            return new GrantSerial(text);
        } catch (IllegalArgumentException e) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Une autorisation se nomme par le code de l'État d'origine, un tiret et 32 chiffres hexadécimaux.",
                    "A grant is named by its home State's code, a dash and 32 hexadecimal digits.");
        }
    }
}
