package org.liptako.node.console.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 256 random bits that open a link or a session. The node keeps only their digest: what is looked up is a digest, so that the time of the look-up tells nothing of
 * a secret.
 */
public final class Secret {
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** A new one. */
    public static Secret fresh() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** What somebody shows; empty if it has not the shape of a secret. */
    public static Optional<Secret> shown(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new Secret(text)) : Optional.empty();
    }

    /** The secret itself, for its bearer alone. */
    public String value() {
        return value;
    }

    /** What the node keeps. */
    String digest() {
        return sha256("liptako-console-secret\n" + value);
    }

    /** What a form must bring back: whoever cannot read the bearer's page cannot know it (OWASP, CSRF). It does not tell the secret. */
    public String formKey() {
        return sha256("liptako-console-form\n" + value);
    }

    /** Whether a form brought back the key that it was given. */
    public boolean isFormKey(String brought) {
        return MessageDigest.isEqual(
                formKey().getBytes(StandardCharsets.US_ASCII), brought.getBytes(StandardCharsets.UTF_8));
    }

    /** Never the secret: a log line may hold this. */
    @Override
    public String toString() {
        return "(secret)";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
