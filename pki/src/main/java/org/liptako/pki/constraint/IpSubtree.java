package org.liptako.pki.constraint;

import java.util.Arrays;

/** A block of addresses: address and mask of 4 or of 16 octets each (RFC 5280 section 4.2.1.10, RFC 4632). */
final class IpSubtree implements Subtree<byte[]> {
    private static final int V4 = 4;
    private static final int V6 = 16;

    private final byte[] address;
    private final byte[] mask;

    private IpSubtree(byte[] address, byte[] mask) {
        this.address = address;
        this.mask = mask;
    }

    static IpSubtree parse(byte[] octets) throws MalformedConstraintException {
        int half = octets.length / 2;
        if (octets.length != 2 * V4 && octets.length != 2 * V6) {
            throw new MalformedConstraintException("a block of addresses of neither 8 nor 32 octets");
        }
        byte[] mask = Arrays.copyOfRange(octets, half, octets.length);
        if (!isPrefix(mask)) {
            throw new MalformedConstraintException("a mask that is no prefix");
        }
        return new IpSubtree(Arrays.copyOf(octets, half), mask);
    }

    static byte[] parseAddress(byte[] octets) throws MalformedConstraintException {
        if (octets.length != V4 && octets.length != V6) {
            throw new MalformedConstraintException("an address of neither 4 nor 16 octets");
        }
        return octets;
    }

    @Override
    public boolean covers(byte[] name) {
        if (name.length != address.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (((name[i] ^ address[i]) & mask[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Ones, then zeros. */
    private static boolean isPrefix(byte[] mask) {
        boolean ended = false;
        for (byte octet : mask) {
            int bits = octet & 0xff;
            if ((ended && bits != 0) || !isPrefix(bits)) {
                return false;
            }
            ended = bits != 0xff;
        }
        return true;
    }

    private static boolean isPrefix(int octet) {
        int zeros = 0xff - octet;
        return (zeros & (zeros + 1)) == 0;
    }
}
