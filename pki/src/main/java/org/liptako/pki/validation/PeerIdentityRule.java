package org.liptako.pki.validation;

import org.bouncycastle.asn1.x509.GeneralName;
import org.jspecify.annotations.Nullable;

/** The name that was called is among the leaf's alternative names; a common name is never looked at. */
final class PeerIdentityRule implements PathRule {
    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        @Nullable String peerName = expectation.peerName();
        if (peerName == null) {
            return;
        }
        PeerIdentity wanted = PeerIdentity.of(peerName);
        for (GeneralName presented : path.leaf().alternativeNames()) {
            if (wanted.isNamedBy(presented)) {
                return;
            }
        }
        throw new RejectedException(RejectionReason.PEER_NAME, "leaf");
    }
}
