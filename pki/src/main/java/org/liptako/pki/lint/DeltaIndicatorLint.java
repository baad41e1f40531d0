package org.liptako.pki.lint;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;

/** RFC 5280 section 5.2.4. */
final class DeltaIndicatorLint implements Lint<X509CRLHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "delta-indicator",
                "RFC 5280 5.2.4",
                "Une liste delta nomme de façon critique une base de numéro plus petit que le sien.",
                "A delta list names, critically, a base whose number is smaller than its own.");
    }

    @Override
    public boolean admits(X509CRLHolder list) {
        Extension delta = list.getExtension(Extension.deltaCRLIndicator);
        Extension number = list.getExtension(Extension.cRLNumber);
        if (delta == null) {
            return true;
        }
        return delta.isCritical()
                && number != null
                && ASN1Integer.getInstance(delta.getParsedValue())
                                .getValue()
                                .compareTo(ASN1Integer.getInstance(number.getParsedValue())
                                        .getValue())
                        < 0;
    }
}
