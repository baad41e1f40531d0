package org.liptako.node.exchange.grant;

import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;

/** Grants and datasets as requests name them. */
public final class GrantMessages {
    private static final int MOST_SHOWN = 40;

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

    /**
     * The dataset in a request.
     *
     * @throws Failure INVALID_REQUEST if the text is none
     */
    public static DatasetId dataset(String text) {
        try {
            return new DatasetId(text);
        } catch (IllegalArgumentException e) {
            String shown = Printable.line(text, MOST_SHOWN);
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "« " + shown + " » n'est pas le nom d'un jeu de données, tel que ML-DS-008.",
                    "\"" + shown + "\" is no name of a dataset, such as ML-DS-008.");
        }
    }
}
