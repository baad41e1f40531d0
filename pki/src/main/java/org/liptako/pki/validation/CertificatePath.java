package org.liptako.pki.validation;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * A complete path, each certificate signed by the next.
 *
 * @param certificates from the leaf to the root
 */
record CertificatePath(List<ParsedCertificate> certificates) {
    CertificatePath {
        certificates = List.copyOf(certificates);
    }

    ParsedCertificate leaf() {
        return certificates.getFirst();
    }

    ParsedCertificate issuingCa() {
        return certificates.get(1);
    }

    ParsedCertificate stateCa() {
        return certificates.get(2);
    }

    ParsedCertificate root() {
        return certificates.getLast();
    }

    /** In Java's own form, in the same order. */
    List<X509Certificate> javaCertificates() throws RejectedException {
        List<X509Certificate> converted = new ArrayList<>();
        for (ParsedCertificate certificate : certificates) {
            converted.add(certificate.certificate());
        }
        return converted;
    }

    /** Every certificate but the root, from below. */
    List<ParsedCertificate> belowRoot() {
        return certificates.subList(0, certificates.size() - 1);
    }

    /** Every certificate but the leaf. */
    List<ParsedCertificate> authorities() {
        return certificates.subList(1, certificates.size());
    }

    /** Where a certificate stands, for messages: never by the name it gives itself. */
    String placeOf(ParsedCertificate certificate) {
        int place = certificates.indexOf(certificate);
        return place == 0 ? "leaf" : place == certificates.size() - 1 ? "root" : "CA " + place + " above the leaf";
    }
}
