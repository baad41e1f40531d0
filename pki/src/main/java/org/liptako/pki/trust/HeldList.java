package org.liptako.pki.trust;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.revocation.RevocationList;

/**
 * A revocation list that was accepted.
 *
 * @param authority SHA-256 of the public key that signed it
 * @param number its number
 * @param list what it says
 * @param published as it came, for peers
 */
public record HeldList(Digest authority, BigInteger number, RevocationList list, PublishedList published) {
    /** The number of the complete list that this delta list adds to; empty for a complete list. */
    public Optional<BigInteger> base() {
        return list.base();
    }

    /** The name of the CA that signed it. */
    public String issuer() {
        return list.issuer().toString();
    }

    /** Whether the key that signed the list signed this certificate as well: two CAs may bear one name. */
    boolean isOfIssuerOf(X509Certificate certificate) {
        try {
            certificate.verify(CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(published.issuer()))
                    .getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    boolean isDelta() {
        return list.base().isPresent();
    }
}
