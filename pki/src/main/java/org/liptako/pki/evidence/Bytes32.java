package org.liptako.pki.evidence;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Thirty-two immutable bytes, written as 64 lower-case hexadecimal digits; what they are, the kinds say. */
public abstract sealed class Bytes32 permits Digest, Salt {
    public static final int LENGTH = 32;

    private final byte[] bytes;

    /**
     * Takes a copy.
     *
     * @throws IllegalArgumentException unless there are 32
     */
    Bytes32(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("It takes 32 bytes, and these are " + bytes.length + ".");
        }
        this.bytes = bytes.clone();
    }

    /** @throws IllegalArgumentException unless {@code hex} is 64 lower-case hexadecimal digits */
    static byte[] parse(String hex) {
        if (hex.length() != 2 * LENGTH || !hex.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("It is written as 64 lower-case hexadecimal digits.");
        }
        return HexFormat.of().parseHex(hex);
    }

    /** A copy of the 32 bytes. */
    public final byte[] toBytes() {
        return bytes.clone();
    }

    @JsonValue
    public final String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Compares in constant time, so that a guess learns nothing from how long the answer takes. */
    @Override
    public final boolean equals(Object other) {
        return other instanceof Bytes32 that
                && getClass() == that.getClass()
                && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public final int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
