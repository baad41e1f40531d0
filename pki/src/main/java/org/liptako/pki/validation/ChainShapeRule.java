package org.liptako.pki.validation;

import java.util.Set;
import org.liptako.pki.evidence.Digest;

/** The tree has one shape: leaf, issuing CA, State CA, root; a named cross-certificate may stand before the root. */
final class ChainShapeRule implements PathRule {
    private static final int LENGTH = 4;

    private final Set<Digest> crossCertificates;

    /** The cross-certificates are named by SHA-256 of their DER. */
    ChainShapeRule(Set<Digest> crossCertificates) {
        this.crossCertificates = crossCertificates;
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        int length = path.certificates().size();
        boolean crossed = length == LENGTH + 1
                && crossCertificates.contains(
                        Digest.over(path.certificates().get(LENGTH - 1).der()));
        if (length != LENGTH && !crossed) {
            throw new RejectedException(RejectionReason.CHAIN_SHAPE, length + " certificates");
        }
    }
}
