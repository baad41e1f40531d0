package org.liptako.pki.validation;

/**
 * How much a stranger may make the validator do.
 *
 * @param certificates most certificates in one chain, the leaf included
 * @param certificateBytes largest certificate
 * @param nameBytes longest subject or issuer
 * @param chainBytes most that all certificates, roots included, may have together
 * @param pathLength most certificates in a path, leaf and root included
 * @param signatureMicros most time, as reckoned beforehand, for the signatures verified for one chain
 * @param steps most links tried while paths are sought
 */
public record ValidationLimits(
        int certificates,
        int certificateBytes,
        int nameBytes,
        int chainBytes,
        int pathLength,
        int signatureMicros,
        int steps) {
    /**
     * The limits of the federation.
     *
     * <p>A good path has four certificates, or five through a cross-certificate; a little more is climbed, so that a
     * longer one is refused as such rather than as leading nowhere.
     */
    public static final ValidationLimits STRICT =
            new ValidationLimits(16, 16 * 1024, 1024, 256 * 1024, 6, 32_000, 1024);

    /** The limits for chains of any origin: meshes of many CAs are climbed, yet none takes 250 ms. */
    public static final ValidationLimits COMMON =
            new ValidationLimits(512, 128 * 1024, 4096, 1024 * 1024, 32, 72_000, 16_384);
}
