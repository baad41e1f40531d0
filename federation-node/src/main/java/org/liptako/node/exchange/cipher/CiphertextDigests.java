package org.liptako.node.exchange.cipher;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 digests of what chunks are once encrypted. The ciphertext itself is never whole in memory, and a chunk takes no new memory. Not
 * thread-safe.
 */
public final class CiphertextDigests {
    /** Little enough to stay in the processor's nearest memory from the cipher to the digest. */
    private static final int PIECE = 1 << 14;

    private final ChunkCipher cipher;
    private final SivStream siv;
    private final MessageDigest sha256;
    private final byte[] piece = new byte[PIECE];

    CiphertextDigests(ChunkCipher cipher, SivStream siv) {
        this.cipher = cipher;
        this.siv = siv;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The digest of the ciphertext of the bytes that remain in a buffer, whose position is left as it was.
     *
     * @throws org.liptako.node.wire.Failure KEY_DESTROYED once the key was destroyed
     */
    public byte[] digest(ByteBuffer plain) {
        cipher.mustNotHaveEnded();
        byte[] bytes = plain.hasArray() ? plain.array() : copy(plain);
        int offset = plain.hasArray() ? plain.arrayOffset() + plain.position() : 0;
        try {
            siv.encrypt(bytes, offset, plain.remaining(), piece, sha256::update);
            return sha256.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-SIV takes any chunk", e);
        }
    }

    private static byte[] copy(ByteBuffer plain) {
        byte[] bytes = new byte[plain.remaining()];
        plain.duplicate().get(bytes);
        return bytes;
    }
}
