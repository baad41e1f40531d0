package org.liptako.node.console.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** The chain that somebody showed as they came in, kept so that it is judged again at each page: leaf first. */
record ShownChain(List<X509Certificate> certificates) {
    ShownChain {
        certificates = List.copyOf(certificates);
    }

    /** DER, one certificate after the other. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (X509Certificate certificate : certificates) {
                bytes.writeBytes(certificate.getEncoded());
            }
        } catch (CertificateException e) {
            throw new IllegalStateException("A certificate that was just validated cannot be written.", e);
        }
        return bytes.toByteArray();
    }

    static ShownChain of(byte[] bytes) {
        try {
            return new ShownChain(
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (CertificateException e) {
            throw new IllegalStateException("The database gives back a chain that was not put there.", e);
        }
    }
}
