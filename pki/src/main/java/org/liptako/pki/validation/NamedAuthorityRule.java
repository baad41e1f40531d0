package org.liptako.pki.validation;

import java.util.Set;
import org.liptako.pki.evidence.Digest;

/** The State CA is one that the trust state names: whoever has a root's key, today or after it has left, may have signed others. */
final class NamedAuthorityRule implements PathRule {
    private final Set<Digest> named;

    /** The State CAs' certificates, by SHA-256 of their DER. */
    NamedAuthorityRule(Set<Digest> named) {
        this.named = named;
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        if (!named.contains(Digest.over(path.stateCa().der()))) {
            throw new RejectedException(
                    RejectionReason.DISTRUSTED, path.placeOf(path.stateCa()) + ", not named by the trust state");
        }
    }
}
