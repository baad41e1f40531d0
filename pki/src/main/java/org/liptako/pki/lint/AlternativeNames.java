package org.liptako.pki.lint;

import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;

/** A certificate's alternative names (RFC 5280 section 4.2.1.6). */
final class AlternativeNames {
    private AlternativeNames() {}

    static int count(X509CertificateHolder certificate) {
        return all(certificate).size();
    }

    /** The names of one type, as text. */
    static List<String> of(X509CertificateHolder certificate, int type) {
        return all(certificate).stream()
                .filter(name -> name.getTagNo() == type)
                .map(name -> name.getName().toString())
                .toList();
    }

    private static List<GeneralName> all(X509CertificateHolder certificate) {
        GeneralNames names = GeneralNames.fromExtensions(certificate.getExtensions(), Extension.subjectAlternativeName);
        return names == null ? List.of() : Arrays.asList(names.getNames());
    }
}
