package org.liptako.pki.encoding;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How deeply constructed DER values lie in one another, found without recursion.
 *
 * <p>Parsers of ASN.1 recurse; a few kilobytes of nested sequences would end their stack before they end the input.
 */
public final class DerDepth {
    private static final int MAX_DEPTH = 32;
    private static final int CONSTRUCTED = 0x20;
    private static final int HIGH_TAG = 0x1f;
    private static final int LONG_LENGTH = 0x80;
    private static final int MAX_LENGTH_OCTETS = 3;

    private DerDepth() {}

    /** False also for what is plainly not DER: a long tag, an indefinite or overlong length, a value cut short. */
    public static boolean isShallow(byte[] der) {
        Deque<Integer> ends = new ArrayDeque<>();
        int at = 0;
        while (at < der.length) {
            while (!ends.isEmpty() && ends.element() == at) {
                ends.remove();
            }
            int tag = der[at] & 0xff;
            int header = headerLength(der, at);
            if ((tag & HIGH_TAG) == HIGH_TAG || header == 0) {
                return false;
            }
            int end = at + header + contentLength(der, at, header);
            if (end > (ends.isEmpty() ? der.length : ends.element())) {
                return false;
            }
            at += header;
            if ((tag & CONSTRUCTED) != 0) {
                ends.push(end);
                if (ends.size() > MAX_DEPTH) {
                    return false;
                }
            } else {
                at = end;
            }
        }
        return true;
    }

    /** Octets of tag and length; 0 if they cannot be read. */
    private static int headerLength(byte[] der, int at) {
        if (at + 1 >= der.length) {
            return 0;
        }
        int first = der[at + 1] & 0xff;
        if (first < LONG_LENGTH) {
            return 2;
        }
        int octets = first - LONG_LENGTH;
        return octets == 0 || octets > MAX_LENGTH_OCTETS || at + 2 + octets > der.length ? 0 : 2 + octets;
    }

    private static int contentLength(byte[] der, int at, int header) {
        if (header == 2) {
            return der[at + 1] & 0xff;
        }
        int length = 0;
        for (int i = at + 2; i < at + header; i++) {
            length = (length << 8) | (der[i] & 0xff);
        }
        return length;
    }
}
