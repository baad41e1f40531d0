package org.liptako.pki.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A SHA-256 digest (FIPS 180-4). */
public final class Digest extends Bytes32 {

    private Digest(byte[] bytes) {
        super(bytes);
    }

    /**
     * A digest made of these bytes.
     *
     * @throws IllegalArgumentException unless there are 32
     */
    public static Digest of(byte[] bytes) {
        return new Digest(bytes);
    }

    /**
     * The digest that is written so.
     *
     * @throws IllegalArgumentException unless {@code hex} is 64 lower-case hexadecimal digits
     */
    @JsonCreator
    public static Digest ofHex(String hex) {
        return new Digest(parse(hex));
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

    @Override
    public String toString() {
        return hex();
    }
}
