package org.liptako.pki.profile;

/** The elliptic curves of the tree (FIPS 186-5), and the signature algorithm that a key of each makes. */
public enum KeyKind {
    /** Every key but the root's and those of evidence; Ed25519 leaves are not usable with the default settings of our TLS library. */
    P256("EC", "secp256r1", "SHA256withECDSA"),
    /** The root's, which has to last longest. */
    P384("EC", "secp384r1", "SHA384withECDSA"),
    /** Those that sign checkpoints: the C2SP formats know no other that we could use. They never speak TLS, nor sign a certificate. */
    ED25519("Ed25519", "Ed25519", "Ed25519");

    private final String algorithm;
    private final String curve;
    private final String signatureAlgorithm;

    KeyKind(String algorithm, String curve, String signatureAlgorithm) {
        this.algorithm = algorithm;
        this.curve = curve;
        this.signatureAlgorithm = signatureAlgorithm;
    }

    /**
     * The kind of an ECDSA key with a field of that many bits.
     *
     * @throws IllegalArgumentException for any other size
     */
    public static KeyKind ofFieldSize(int bits) {
        return switch (bits) {
            case 256 -> P256;
            case 384 -> P384;
            default ->
                throw new IllegalArgumentException("Keys are on P-256 or P-384, not on a curve of " + bits + " bits.");
        };
    }

    /** The JDK's name of the algorithm that makes such keys. */
    public String algorithm() {
        return algorithm;
    }

    /** The curve's name in the JDK. */
    public String curve() {
        return curve;
    }

    /** The JDK's name for the signature: ECDSA with the hash that fits the curve, or Ed25519. */
    public String signatureAlgorithm() {
        return signatureAlgorithm;
    }
}
