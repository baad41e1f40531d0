package org.liptako.pki.trust;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/**
 * A State CA and whether it is believed.
 *
 * @param state the State whose CA it is
 * @param certificate as the root signed it
 */
public record AuthorityStatus(State state, X509Certificate certificate, Standing standing) {
    /** Whether it is believed. */
    public boolean isGood() {
        return standing instanceof Standing.Good;
    }

    /** SHA-256 of the certificate's DER. */
    public Digest digest() {
        try {
            return Digest.over(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate of a State CA cannot be encoded.", e);
        }
    }
}
