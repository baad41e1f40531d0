package org.liptako.pki.validation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name that was dialled is the leaf's DNS SAN (RFC 9525 section 6.3), never its common name.
 *
 * <p>DNS names compare without regard to case (RFC 4343); the certificate's is in lower case already.
 */
final class PeerNameRule implements PathRule {
    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        @Nullable String peerName = expectation.peerName();
        if (peerName != null && !LeafNames.of(path.leaf()).dnsNames().contains(peerName.toLowerCase(Locale.ROOT))) {
            throw new RejectedException(RejectionReason.PEER_NAME, "leaf");
        }
    }
}
