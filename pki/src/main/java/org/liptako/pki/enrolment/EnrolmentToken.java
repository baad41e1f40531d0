package org.liptako.pki.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.liptako.pki.evidence.Digest;

/**
 * A secret that lets its bearer ask for one certificate, once: 256 random bits in base64url.
 *
 * <p>The administrator hands it over; the State's node keeps its digest alone.
 */
public final class EnrolmentToken {
    private static final int BYTES = 32;
    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String text;

    private EnrolmentToken(String text) {
        this.text = text;
    }

    /** A new secret. */
    public static EnrolmentToken random(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new EnrolmentToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /**
     * The token that was handed over so.
     *
     * @throws IllegalArgumentException if the text is none; the message does not repeat it
     */
    public static EnrolmentToken parse(String text) {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new IllegalArgumentException("An enrolment token has 43 letters, digits, dashes and underscores.");
        }
        return new EnrolmentToken(text);
    }

    /** What the issuer keeps. */
    public Digest digest() {
        return Digest.over(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What the bearer is handed. */
    public String reveal() {
        return text;
    }

    /** Never prints the secret. */
    @Override
    public String toString() {
        return "EnrolmentToken";
    }
}
