package org.liptako.pki.validation;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a stranger presents: a leaf, and a bag of other certificates in any order, none of them believed.
 *
 * <p>Holds the DER encodings as they came; nothing is parsed yet. The arrays are not copied and must not be changed.
 */
public record CandidateChain(List<byte[]> certificates) {
    /** The leaf comes first. An empty list is allowed here, and refused by the validator. */
    public CandidateChain {
        certificates = List.copyOf(certificates);
    }

    /** From certificates that a TLS library parsed; the leaf comes first. */
    public static CandidateChain of(List<X509Certificate> certificates) {
        return new CandidateChain(
                certificates.stream().map(CandidateChain::encoded).toList());
    }

    /** A certificate that cannot be encoded becomes no bytes, which no parser accepts. */
    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            return new byte[0];
        }
    }
}
