package org.liptako.pki.quorum;

/** How much a file of signatures may hold. */
public final class SignatureLimits {
    /** Sixteen people with chains of three certificates, many times over. */
    public static final int MAX_BYTES = 256 * 1024;

    static final int MAX_SIGNATURES = 32;
    static final int MAX_CERTIFICATES = 128;

    private SignatureLimits() {}
}
