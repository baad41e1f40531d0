package org.liptako.node.exchange.courier.disk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.liptako.node.exchange.courier.key.KeyId;
import org.liptako.pki.sealing.Encapsulation;

/**
 * The measures of a sealed file: a head in clear (magic, key, encapsulated secret), then frames of equal length, each encrypted by itself, so that a damaged
 * one takes no other with it. All that a stranger learns from it is its length, which is a number of whole frames.
 */
final class SealedFormat {
    /** What differs between the two kinds of files, and enters each file's secret. */
    enum Kind {
        LABEL,
        CONTAINER;

        String purpose() {
            return "liptako courier disk v1 " + name();
        }
    }

    /** Plain bytes of a frame. */
    static final int FRAME = 1 << 16;

    /** What encryption adds to a frame: the tag of AES-GCM. */
    static final int TAG = 16;

    static final int MAGIC_BYTES = 8;
    static final int HEAD = MAGIC_BYTES + KeyId.BYTES + Encapsulation.BYTES;
    private static final String MAGIC = "LIPDISK\u0001";

    private SealedFormat() {}

    static byte[] magic() {
        return MAGIC.getBytes(ISO_8859_1);
    }

    /** Bytes of a file with so many frames. */
    static long fileBytes(long frames) {
        return HEAD + frames * (FRAME + TAG);
    }

    /** How many frames so many plain bytes take. */
    static long frames(long plainBytes) {
        return (plainBytes + FRAME - 1) / FRAME;
    }

    /** How many whole frames a file of this length has. */
    static long framesIn(long fileBytes) {
        return Math.max(0, fileBytes - HEAD) / (FRAME + TAG);
    }
}
