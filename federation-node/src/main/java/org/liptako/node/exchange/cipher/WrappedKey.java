package org.liptako.node.exchange.cipher;

import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JournalJson;

/**
 * A dataset's key as it lies in its file when a token guards it.
 *
 * @param keyCheck which key it is, told without the token; see {@link ChunkCipher#keyCheck}
 * @param mark nothing, wrapped: shows whether a token's key is the one that wrapped this
 * @param wrapped the 64 bytes of the key, wrapped for this dataset and this check
 */
record WrappedKey(String format, DatasetId dataset, String keyCheck, String mark, String wrapped) {
    private static final String FORMAT = "liptako-dataset-key-in-token/v1";

    /** @throws IllegalArgumentException if this is of another form */
    WrappedKey {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("This is no key of the form " + FORMAT + ".");
        }
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(keyCheck, "keyCheck");
        if (decoded(mark).length == 0 || decoded(wrapped).length == 0) {
            throw new IllegalArgumentException("The wrapped key is empty.");
        }
    }

    static WrappedKey of(DatasetId dataset, String keyCheck, byte[] mark, byte[] wrapped) {
        Base64.Encoder base64 = Base64.getEncoder();
        return new WrappedKey(FORMAT, dataset, keyCheck, base64.encodeToString(mark), base64.encodeToString(wrapped));
    }

    /** Empty for a file of another form, such as one with a key that lies open. */
    static Optional<WrappedKey> parse(String text) {
        try {
            return Optional.of(JournalJson.read(text, WrappedKey.class));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String toJson() {
        return JournalJson.write(this);
    }

    byte[] markBytes() {
        return decoded(mark);
    }

    byte[] wrappedBytes() {
        return decoded(wrapped);
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
