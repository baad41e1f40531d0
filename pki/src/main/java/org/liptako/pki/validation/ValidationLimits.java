package org.liptako.pki.validation;

/**
 * How much a stranger may make the validator do.
 *
 * @param certificates most certificates in one chain, the leaf included
 * @param certificateBytes largest certificate
 * @param pathLength most certificates in a path, leaf and root included
 * @param signatureChecks most signatures verified while a path is sought
 */
public record ValidationLimits(int certificates, int certificateBytes, int pathLength, int signatureChecks) {
    /** The limits of {@code design/pki.md}. */
    public static final ValidationLimits STRICT = new ValidationLimits(16, 16 * 1024, 4, 32);
}
