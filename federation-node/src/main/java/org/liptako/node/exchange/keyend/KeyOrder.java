package org.liptako.node.exchange.keyend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * What officers sign to have a key destroyed. It has one form in bytes: whoever reads it on paper and whoever carries it out read the same.
 *
 * @param keyCheck which key: that of another day is not meant
 * @param evenTheLast whether it is meant also where no proved copy in clear remains
 * @param at when it was drawn up; whoever signed before did not sign it
 */
public record KeyOrder(
        String format, DatasetId dataset, String keyCheck, String reason, boolean evenTheLast, Instant at) {
    static final int LONGEST_REASON = 500;

    private static final String FORMAT = "liptako-key-destruction/v1";

    /** @throws IllegalArgumentException if this is of another form */
    public KeyOrder {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("This is no order of the form " + FORMAT + ".");
        }
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(keyCheck, "keyCheck");
        Objects.requireNonNull(at, "at");
        if (reason.isBlank()
                || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The reason has 1 to " + LONGEST_REASON + " characters on one line.");
        }
    }

    /** An order for a key. */
    public static KeyOrder of(DatasetId dataset, String keyCheck, String reason, boolean evenTheLast, Instant at) {
        return new KeyOrder(FORMAT, dataset, keyCheck, reason, evenTheLast, at);
    }

    /** The bytes to be signed. */
    public byte[] toJson() {
        return JournalJson.write(this).getBytes(UTF_8);
    }

    /**
     * The order in these bytes.
     *
     * @throws Failure INVALID_REQUEST unless they are one in its one form
     */
    static KeyOrder parse(byte[] json) {
        try {
            KeyOrder order = JournalJson.read(new String(json, UTF_8), KeyOrder.class);
            if (Arrays.equals(order.toJson(), json)) {
                return order;
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static Failure invalid() {
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "Ce fichier n'est pas un ordre de destruction de clé tel que « liptako key propose » l'écrit.",
                "This file is no order to destroy a key as \"liptako key propose\" writes it.");
    }
}
