package org.liptako.pki.validation;

import java.util.Set;
import org.liptako.pki.evidence.Digest;

/** No CA of the path is one that counts for nothing any more, whoever signed it and whatever lists say. */
final class DistrustRule implements PathRule {
    private final Set<Digest> distrusted;

    /** The CA certificates are named by SHA-256 of their DER. */
    DistrustRule(Set<Digest> distrusted) {
        this.distrusted = distrusted;
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        for (ParsedCertificate authority : path.authorities()) {
            if (distrusted.contains(Digest.over(authority.der()))) {
                throw new RejectedException(RejectionReason.DISTRUSTED, path.placeOf(authority));
            }
        }
    }
}
