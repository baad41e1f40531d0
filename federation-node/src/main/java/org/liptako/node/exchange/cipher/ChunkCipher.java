package org.liptako.node.exchange.cipher;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.function.BooleanSupplier;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.Digest;

/**
 * Encrypts the chunks of one dataset with AES-SIV (RFC 5297): the same chunk gives the same ciphertext in every copy and every version,
 * 16 bytes longer. Where a chunk belongs is settled by the signed manifest, not here. Thread-safe.
 */
public final class ChunkCipher {
    private static final byte[] KEY_CHECK = "liptako/key-check/v1".getBytes(US_ASCII);

    private final BulkAesSiv siv;
    private final byte[] dataset;
    private final BooleanSupplier ended;

    /** @param ended whether the key has been destroyed meanwhile */
    ChunkCipher(BulkAesSiv siv, DatasetId dataset, BooleanSupplier ended) {
        this.siv = siv;
        this.ended = ended;
        this.dataset = ("liptako/chunk/v1\n" + dataset).getBytes(US_ASCII);
    }

    /**
     * The ciphertext of the bytes that remain in a buffer.
     *
     * @throws Failure KEY_DESTROYED once the key was destroyed, also where this cipher was made before
     */
    public ByteBuffer encrypt(ByteBuffer plain) {
        mustNotHaveEnded();
        try {
            return ByteBuffer.wrap(siv.encryptDeterministically(exact(plain), dataset));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-SIV takes any chunk", e);
        }
    }

    /** For the digests of many chunks; each thread takes its own. */
    public CiphertextDigests digests() {
        try {
            return new CiphertextDigests(this, siv.stream(dataset));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read is one of AES-SIV", e);
        }
    }

    /**
     * The plain bytes again.
     *
     * @throws Failure BYTES_CORRUPT if they were not encrypted under this dataset's key
     */
    public ByteBuffer decrypt(ByteBuffer cipher) {
        mustNotHaveEnded();
        try {
            return ByteBuffer.wrap(siv.decryptDeterministically(exact(cipher), dataset));
        } catch (GeneralSecurityException e) {
            throw Failure.of(
                    ErrorCode.BYTES_CORRUPT,
                    "Un bloc ne se déchiffre pas avec la clé du jeu de données.",
                    "A chunk does not decrypt under the dataset's key.");
        }
    }

    /** The same for the same key, and telling nothing of it: shows whether a key file was replaced. */
    public String keyCheck() {
        return Digest.over(encrypt(ByteBuffer.wrap(KEY_CHECK)).array()).hex();
    }

    /** @throws Failure KEY_DESTROYED once the key was destroyed */
    void mustNotHaveEnded() {
        if (ended.getAsBoolean()) {
            throw new Failure(ErrorCode.KEY_DESTROYED, ErrorCode.KEY_DESTROYED.meaning());
        }
    }

    private static byte[] exact(ByteBuffer bytes) {
        if (bytes.hasArray() && bytes.arrayOffset() == 0 && bytes.remaining() == bytes.array().length) {
            return bytes.array();
        }
        byte[] exact = new byte[bytes.remaining()];
        bytes.duplicate().get(exact);
        return exact;
    }
}
