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
    /**
     * The limits of the federation.
     *
     * <p>A good path has four certificates; a little more is climbed, so that a longer one is refused as such rather
     * than as leading nowhere.
     */
    public static final ValidationLimits STRICT = new ValidationLimits(16, 16 * 1024, 6, 32);
}
