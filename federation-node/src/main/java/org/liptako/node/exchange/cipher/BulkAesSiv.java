package org.liptako.node.exchange.cipher;

import com.google.crypto.tink.DeterministicAead;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-SIV (RFC 5297) with one associated string, bit for bit that of Tink, for chunks of a mebibyte: made of the platform's AES in CBC and
 * counter mode, which take many blocks a call. Thread-safe.
 */
final class BulkAesSiv implements DeterministicAead {
    private static final int BLOCK = BulkCmac.BLOCK;

    private final byte[] macKey;
    private final SecretKeySpec counterKey;

    /** @param key 64 bytes: the first half authenticates, the second encrypts */
    BulkAesSiv(byte[] key) {
        this.macKey = Arrays.copyOf(key, key.length / 2);
        this.counterKey = new SecretKeySpec(key, key.length / 2, key.length / 2, "AES");
    }

    @Override
    public byte[] encryptDeterministically(byte[] plain, byte[] associated) throws GeneralSecurityException {
        byte[] initial = synthetic(plain, associated);
        byte[] sealed = Arrays.copyOf(initial, BLOCK + plain.length);
        counter(initial).doFinal(plain, 0, plain.length, sealed, BLOCK);
        return sealed;
    }

    @Override
    public byte[] decryptDeterministically(byte[] sealed, byte[] associated) throws GeneralSecurityException {
        if (sealed.length < BLOCK) {
            throw new AEADBadTagException("The ciphertext is shorter than its vector.");
        }
        byte[] initial = Arrays.copyOf(sealed, BLOCK);
        byte[] plain = counter(initial).doFinal(sealed, BLOCK, sealed.length - BLOCK);
        if (!MessageDigest.isEqual(initial, synthetic(plain, associated))) {
            throw new AEADBadTagException("The ciphertext is not of this key.");
        }
        return plain;
    }

    /** S2V of the associated string and the plain bytes (RFC 5297, 2.4). */
    private byte[] synthetic(byte[] plain, byte[] associated) throws GeneralSecurityException {
        BulkCmac mac = new BulkCmac(macKey);
        int length = plain.length;
        byte[] chained = BulkCmac.doubled(mac.of(new byte[BLOCK]));
        BulkCmac.xor(chained, 0, mac.of(associated));
        if (length < BLOCK) {
            byte[] padded = Arrays.copyOf(plain, BLOCK);
            padded[length] = (byte) 0x80;
            BulkCmac.xor(padded, 0, BulkCmac.doubled(chained));
            return mac.of(padded);
        }
        int body = (length - BLOCK) / BLOCK * BLOCK;
        byte[] tail = Arrays.copyOfRange(plain, body, length);
        BulkCmac.xor(tail, tail.length - BLOCK, chained);
        return mac.of(plain, body, tail);
    }

    private Cipher counter(byte[] initial) throws GeneralSecurityException {
        byte[] start = initial.clone();
        start[8] &= 0x7f;
        start[12] &= 0x7f;
        Cipher counter = Cipher.getInstance("AES/CTR/NoPadding");
        counter.init(Cipher.ENCRYPT_MODE, counterKey, new IvParameterSpec(start));
        return counter;
    }
}
