package org.liptako.pki.sealing;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;

/** A receiver's key pair: whoever holds it finds the secrets that were made for it, and nobody else does. Immutable. */
public final class SealingKey {
    /** Bytes of the private half: the seed that both its parts are derived from. */
    public static final int SEED_BYTES = 32;

    private final byte[] seed;
    private final SealingPublicKey publicKey;

    private SealingKey(HPKE hpke, AsymmetricCipherKeyPair pair) {
        this.seed = hpke.serializePrivateKey(pair.getPrivate());
        this.publicKey = SealingPublicKey.of(hpke.serializePublicKey(pair.getPublic()));
    }

    /** A fresh key. */
    public static SealingKey generate() {
        HPKE hpke = SealingSuite.hpke();
        return new SealingKey(hpke, hpke.generatePrivateKey());
    }

    /**
     * The key that was kept as its seed.
     *
     * @throws IllegalArgumentException unless the seed has the right length
     */
    public static SealingKey of(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("An X-Wing seed has " + SEED_BYTES + " bytes, not " + seed.length + ".");
        }
        HPKE hpke = SealingSuite.hpke();
        return new SealingKey(hpke, pair(hpke, seed));
    }

    /** A copy of the private half, to be kept where nobody else reads it. */
    public byte[] seed() {
        return seed.clone();
    }

    public SealingPublicKey publicKey() {
        return publicKey;
    }

    /**
     * The secret that was made for this key. One that was made for another, or altered since, gives another secret: what it opens must be authenticated.
     *
     * @throws IllegalArgumentException unless the bytes have the form of an encapsulation
     */
    public byte[] open(byte[] encapsulation, String purpose) {
        if (encapsulation.length != Encapsulation.BYTES) {
            throw new IllegalArgumentException(
                    "An encapsulation has " + Encapsulation.BYTES + " bytes, not " + encapsulation.length + ".");
        }
        try {
            HPKE hpke = SealingSuite.hpke();
            return SealingSuite.secret(hpke.setupBaseR(encapsulation, pair(hpke, seed), SealingSuite.info(purpose)));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("These bytes are no encapsulation.", e);
        }
    }

    /** Without the public half, Bouncy Castle derives it. */
    private static AsymmetricCipherKeyPair pair(HPKE hpke, byte[] seed) {
        return hpke.deserializePrivateKey(seed.clone(), null);
    }
}
