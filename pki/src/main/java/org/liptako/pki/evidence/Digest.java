package org.liptako.pki.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest (FIPS 180-4): 32 bytes, immutable, written as 64 lower-case hexadecimal digits. */
public final class Digest {
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A digest made of these bytes.
     *
     * @throws IllegalArgumentException unless there are 32
     */
    public static Digest of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A SHA-256 digest has 32 bytes, not " + bytes.length + ".");
        }
        return new Digest(bytes.clone());
    }

    /**
     * The digest that is written so.
     *
     * @throws IllegalArgumentException unless {@code hex} is 64 lower-case hexadecimal digits
     */
    @JsonCreator
    public static Digest ofHex(String hex) {
        if (hex.length() != 2 * LENGTH || !hex.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("A SHA-256 digest is written as 64 lower-case hexadecimal digits.");
        }
        return new Digest(HexFormat.of().parseHex(hex));
    }

    /** SHA-256 over the parts, one after the other. */
    public static Digest over(byte[]... parts) {
        MessageDigest sha256 = sha256();
        for (byte[] part : parts) {
            sha256.update(part);
        }
        return new Digest(sha256.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
        }
    }

    /** A copy of the 32 bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    @JsonValue
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Compares in constant time, so that a guess learns nothing from how long the answer takes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Digest that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
