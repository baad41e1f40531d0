package org.liptako.pki.sealing;

import java.util.Arrays;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/** The public half of a receiver's key: lets anyone make secrets for the receiver. Whose it is, a signature must say. Immutable. */
public final class SealingPublicKey {
    /** Bytes of the encoded key: ML-KEM-768's 1,184 and X25519's 32. */
    public static final int BYTES = 1_216;

    private final byte[] bytes;

    private SealingPublicKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The key that is encoded so.
     *
     * @throws IllegalArgumentException unless the bytes are one
     */
    public static SealingPublicKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "An X-Wing public key has " + BYTES + " bytes, not " + bytes.length + ".");
        }
        SealingPublicKey key = new SealingPublicKey(bytes.clone());
        key.parameter();
        return key;
    }

    /** A copy of the encoded key. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * A fresh secret for the receiver.
     *
     * @param purpose what the secret is for; the receiver must name the same
     */
    public Encapsulation encapsulate(String purpose) {
        HPKEContextWithEncapsulation context = SealingSuite.hpke().setupBaseS(parameter(), SealingSuite.info(purpose));
        return new Encapsulation(context.getEncapsulation(), SealingSuite.secret(context));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealingPublicKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    private AsymmetricKeyParameter parameter() {
        try {
            return SealingSuite.hpke().deserializePublicKey(bytes);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("These bytes are no X-Wing public key.", e);
        }
    }
}
