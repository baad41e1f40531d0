package org.liptako.pki.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.security.SecureRandom;

/** The random bytes that keep a commitment from being guessed. */
public final class Salt extends Bytes32 {

    private Salt(byte[] bytes) {
        super(bytes);
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
        return new Salt(bytes);
    }

    /**
     * The salt that is written so.
     *
     * @throws IllegalArgumentException unless {@code hex} is 64 lower-case hexadecimal digits
     */
    @JsonCreator
    public static Salt ofHex(String hex) {
        return new Salt(parse(hex));
    }

    /** Says that there is a salt, not which: whoever holds it can test guesses of the payload. */
    @Override
    public String toString() {
        return "Salt[withheld]";
    }
}
