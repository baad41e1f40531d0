package org.liptako.pki.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** The 32 random bytes that keep a commitment from being guessed; immutable. */
public final class Salt {
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Salt(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Salt draw(SecureRandom random) {
        byte[] drawn = new byte[LENGTH];
        random.nextBytes(drawn);
        return new Salt(drawn);
    }

    /**
     * A salt made of these bytes.
     *
     * @throws IllegalArgumentException unless there are 32
     */
    public static Salt of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A salt has 32 bytes, not " + bytes.length + ".");
        }
        return new Salt(bytes.clone());
    }

    /**
     * The salt that is written so.
     *
     * @throws IllegalArgumentException unless {@code hex} is 64 hexadecimal digits
     */
    @JsonCreator
    public static Salt ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** A copy of the 32 bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    @JsonValue
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Salt that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Says that there is a salt, not which: whoever holds it can test guesses of the payload. */
    @Override
    public String toString() {
        return "Salt[withheld]";
    }
}
