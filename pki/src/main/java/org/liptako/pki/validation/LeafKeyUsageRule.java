package org.liptako.pki.validation;

import org.bouncycastle.asn1.x509.KeyUsage;

/** The leaf's key may be used as asked (RFC 5280 section 4.2.1.3), and signs certificates only if it is a CA's. */
final class LeafKeyUsageRule implements PathRule {
    private final int usages;

    /** The bits of {@link KeyUsage} that are asked for; 0 for none. */
    LeafKeyUsageRule(int usages) {
        this.usages = usages;
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        ParsedCertificate leaf = path.leaf();
        if (!leaf.allowsKeyUsage(usages)) {
            throw new RejectedException(RejectionReason.KEY_USAGE, "leaf");
        }
        if (!leaf.isCa() && leaf.hasKeyUsage(KeyUsage.keyCertSign)) {
            throw new RejectedException(RejectionReason.KEY_USAGE, "leaf that signs certificates and is no CA's");
        }
    }
}
