package org.liptako.pki.lint;

import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.cert.X509CRLHolder;
import org.liptako.pki.profile.RevocationReason;

/** RFC 5280 section 5.3.1; our design: what was refused is never accepted again. */
final class EntryReasonLint implements Lint<X509CRLHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "entry-reason",
                "RFC 5280 5.3.1; design",
                "Un motif est celui de nos listes ; « non précisé » s'omet, la suspension n'existe pas.",
                "A reason is one of our lists'; “unspecified” is omitted, a hold does not exist.");
    }

    @Override
    public boolean admits(X509CRLHolder list) {
        return Arrays.stream(list.toASN1Structure().getRevokedCertificates()).allMatch(EntryReasonLint::admitsEntry);
    }

    private static boolean admitsEntry(TBSCertList.CRLEntry entry) {
        Extensions extensions = entry.getExtensions();
        if (extensions == null) {
            return true;
        }
        Extension reason = extensions.getExtension(Extension.reasonCode);
        return extensions.getExtensionOIDs().length == 1
                && reason != null
                && !reason.isCritical()
                && RevocationReason.ofCode(ASN1Enumerated.getInstance(reason.getParsedValue())
                                .intValueExact())
                        .filter(known -> known != RevocationReason.UNSPECIFIED)
                        .isPresent();
    }
}
