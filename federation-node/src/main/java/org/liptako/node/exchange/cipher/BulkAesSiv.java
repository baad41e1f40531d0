package org.liptako.node.exchange.cipher;

import com.google.crypto.tink.DeterministicAead;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-SIV (RFC 5297) with one associated string, bit for bit that of Tink, for chunks of a mebibyte: made of the platform's AES in CBC and
 * counter mode, which take many blocks a call. Thread-safe.
 */
final class BulkAesSiv implements DeterministicAead {
    private static final int BLOCK = SivStream.BLOCK;

    private final byte[] macKey;
    private final SecretKeySpec counterKey;

    /** @param key 64 bytes: the first half authenticates, the second encrypts */
    BulkAesSiv(byte[] key) {
        this.macKey = Arrays.copyOf(key, key.length / 2);
        this.counterKey = new SecretKeySpec(key, key.length / 2, key.length / 2, "AES");
    }

    /** For many messages under one associated string. */
    SivStream stream(byte[] associated) throws GeneralSecurityException {
        return new SivStream(macKey, counterKey, associated);
    }

    @Override
    public byte[] encryptDeterministically(byte[] plain, byte[] associated) throws GeneralSecurityException {
        SivStream stream = stream(associated);
        byte[] initial = stream.synthetic(plain, 0, plain.length);
        byte[] sealed = Arrays.copyOf(initial, BLOCK + plain.length);
        stream.counter(initial).doFinal(plain, 0, plain.length, sealed, BLOCK);
        return sealed;
    }

    @Override
    public byte[] decryptDeterministically(byte[] sealed, byte[] associated) throws GeneralSecurityException {
        if (sealed.length < BLOCK) {
            throw new AEADBadTagException("The ciphertext is shorter than its vector.");
        }
        SivStream stream = stream(associated);
        byte[] initial = Arrays.copyOf(sealed, BLOCK);
        byte[] plain = stream.counter(initial).doFinal(sealed, BLOCK, sealed.length - BLOCK);
        if (!MessageDigest.isEqual(initial, stream.synthetic(plain, 0, plain.length))) {
            throw new AEADBadTagException("The ciphertext is not of this key.");
        }
        return plain;
    }
}
