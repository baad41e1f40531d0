package org.liptako.node.exchange.cipher;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-CMAC (RFC 4493) of a mebibyte at the speed of the processor's AES: all blocks but the last go through one call of CBC, where
 * Tink's own makes one call a block. Not thread-safe.
 */
final class BulkCmac {
    static final int BLOCK = 16;

    private static final int PIECE = 512 * BLOCK;
    private static final byte REDUCTION = (byte) 0x87;

    /** Begins anew by itself after each message. */
    private final Cipher cbc;

    private final byte[] wholeKey;
    private final byte[] paddedKey;
    private final byte[] scratch = new byte[PIECE];

    BulkCmac(byte[] key) throws GeneralSecurityException {
        this.cbc = Cipher.getInstance("AES/CBC/NoPadding");
        cbc.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[BLOCK]));
        this.wholeKey = doubled(cbc.doFinal(new byte[BLOCK]));
        this.paddedKey = doubled(wholeKey);
    }

    /** The code of a short message. */
    byte[] of(byte[] message) throws GeneralSecurityException {
        return of(message, 0, 0, message);
    }

    /**
     * The code of a part of an array and what follows it.
     *
     * @param length of the part, a multiple of 16
     * @param tail what follows
     */
    byte[] of(byte[] message, int offset, int length, byte[] tail) throws GeneralSecurityException {
        for (int from = 0; from < length; from += PIECE) {
            cbc.update(message, offset + from, Math.min(PIECE, length - from), scratch);
        }
        int whole = Math.max(0, (tail.length - 1) / BLOCK * BLOCK);
        cbc.update(tail, 0, whole, scratch);
        byte[] end = Arrays.copyOfRange(tail, whole, whole + BLOCK);
        boolean padded = tail.length - whole < BLOCK;
        if (padded) {
            end[tail.length - whole] = (byte) 0x80;
        }
        xor(end, 0, padded ? paddedKey : wholeKey);
        return cbc.doFinal(end);
    }

    /** Multiplies by x in the field of 2^128 elements. */
    static byte[] doubled(byte[] block) {
        byte[] doubled = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            int carried = i + 1 < BLOCK ? (block[i + 1] & 0xff) >>> 7 : 0;
            doubled[i] = (byte) (block[i] << 1 | carried);
        }
        // Without a branch: the block may be secret.
        doubled[BLOCK - 1] ^= (byte) (REDUCTION & -((block[0] & 0xff) >>> 7));
        return doubled;
    }

    static void xor(byte[] target, int at, byte[] block) {
        for (int i = 0; i < BLOCK; i++) {
            target[at + i] ^= block[i];
        }
    }
}
