package org.liptako.pki.sealing;

/** A fresh secret, and the form in which only the holder of one {@link SealingKey} finds it again. Immutable. */
public final class Encapsulation {
    /** Bytes of the public form. */
    public static final int BYTES = 1_120;

    /** Bytes of the secret. */
    public static final int SECRET_BYTES = 32;

    private final byte[] bytes;
    private final byte[] secret;

    Encapsulation(byte[] bytes, byte[] secret) {
        this.bytes = bytes.clone();
        this.secret = secret.clone();
    }

    /** What may be seen by anyone: indistinguishable from random bytes but for one bit, the top one of its X25519 part. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** What may be known to the two ends only. */
    public byte[] secret() {
        return secret.clone();
    }
}
