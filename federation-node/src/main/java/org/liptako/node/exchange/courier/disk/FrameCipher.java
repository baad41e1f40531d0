package org.liptako.node.exchange.courier.disk;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM under a file's own secret, the frame's number as the nonce: no two frames share one, and a frame opens in its own place only. Not thread-safe.
 */
final class FrameCipher {
    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final Cipher cipher;

    FrameCipher(byte[] secret) {
        this.key = new SecretKeySpec(secret, "AES");
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** Encrypts one frame, once. */
    void seal(long frame, ByteBuffer plain, ByteBuffer out) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, nonce(frame));
            cipher.doFinal(plain, out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM takes any frame", e);
        }
    }

    /** Decrypts one frame; false if it is not the one that was sealed under this number. */
    boolean open(long frame, ByteBuffer sealed, ByteBuffer out) {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, nonce(frame));
            cipher.doFinal(sealed, out);
            return true;
        } catch (AEADBadTagException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM takes any frame", e);
        }
    }

    private static GCMParameterSpec nonce(long frame) {
        return new GCMParameterSpec(
                SealedFormat.TAG * Byte.SIZE,
                ByteBuffer.allocate(NONCE).putLong(NONCE - Long.BYTES, frame).array());
    }
}
