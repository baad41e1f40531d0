package org.liptako.pki.lint;

import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.cert.X509CRLHolder;

/** RFC 5280 section 5.1.2.6. */
final class EntriesLint implements Lint<X509CRLHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "entries",
                "RFC 5280 5.1.2.6, 5.3.1",
                "Chaque numéro de série figure une fois ; une liste sans entrée omet le champ.",
                "Each serial number is there once; a list without entries omits the field.");
    }

    @Override
    public boolean admits(X509CRLHolder list) {
        TBSCertList.CRLEntry[] entries = list.toASN1Structure().getRevokedCertificates();
        Set<ASN1Integer> serials = new HashSet<>();
        for (TBSCertList.CRLEntry entry : entries) {
            if (entry.getUserCertificate().getValue().signum() <= 0 || !serials.add(entry.getUserCertificate())) {
                return false;
            }
        }
        return true;
    }
}
