package org.liptako.node.exchange.cipher;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-SIV (RFC 5297) of one message after the other under one key and one associated string: what the messages share is computed once, and
 * ciphers are used again. Not thread-safe.
 */
final class SivStream {
    static final int BLOCK = BulkCmac.BLOCK;

    private final BulkCmac mac;
    private final SecretKeySpec counterKey;
    private final Cipher counter;
    private final byte[] chained;

    /** Takes ciphertext as it is made; the array is used again afterwards. */
    @FunctionalInterface
    interface Sink {
        void take(byte[] bytes, int offset, int length);
    }

    SivStream(byte[] macKey, SecretKeySpec counterKey, byte[] associated) throws GeneralSecurityException {
        this.mac = new BulkCmac(macKey);
        this.counterKey = counterKey;
        this.counter = Cipher.getInstance("AES/CTR/NoPadding");
        this.chained = BulkCmac.doubled(mac.of(new byte[BLOCK]));
        BulkCmac.xor(chained, 0, mac.of(associated));
    }

    /** S2V of the associated string and the message (RFC 5297, 2.4). */
    byte[] synthetic(byte[] message, int offset, int length) throws GeneralSecurityException {
        int end = offset + length;
        if (length < BLOCK) {
            byte[] padded = Arrays.copyOf(Arrays.copyOfRange(message, offset, end), BLOCK);
            padded[length] = (byte) 0x80;
            BulkCmac.xor(padded, 0, BulkCmac.doubled(chained));
            return mac.of(padded);
        }
        int body = (length - BLOCK) / BLOCK * BLOCK;
        byte[] tail = Arrays.copyOfRange(message, offset + body, end);
        BulkCmac.xor(tail, tail.length - BLOCK, chained);
        return mac.of(message, offset, body, tail);
    }

    /** Counter mode from a synthetic vector on, which encrypts and decrypts alike. */
    Cipher counter(byte[] initial) throws GeneralSecurityException {
        byte[] start = initial.clone();
        start[8] &= 0x7f;
        start[12] &= 0x7f;
        counter.init(Cipher.ENCRYPT_MODE, counterKey, new IvParameterSpec(start));
        return counter;
    }

    /**
     * Encrypts piece by piece, the synthetic vector first.
     *
     * @param memory for a piece; given to the sink
     */
    void encrypt(byte[] plain, int offset, int length, byte[] memory, Sink sink) throws GeneralSecurityException {
        byte[] initial = synthetic(plain, offset, length);
        sink.take(initial, 0, BLOCK);
        Cipher pieces = counter(initial);
        int end = offset + length;
        for (int from = offset; from < end; from += memory.length) {
            sink.take(memory, 0, pieces.update(plain, from, Math.min(memory.length, end - from), memory));
        }
    }
}
