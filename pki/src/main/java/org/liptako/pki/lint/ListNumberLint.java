package org.liptako.pki.lint;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;

/** RFC 5280 section 5.2.3. */
final class ListNumberLint implements Lint<X509CRLHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "list-number",
                "RFC 5280 5.2.3",
                "La liste porte un numéro, non critique, de 20 octets au plus.",
                "The list carries a number, not critical, of at most 20 octets.");
    }

    @Override
    public boolean admits(X509CRLHolder list) {
        Extension number = list.getExtension(Extension.cRLNumber);
        if (number == null || number.isCritical()) {
            return false;
        }
        BigInteger value = ASN1Integer.getInstance(number.getParsedValue()).getValue();
        return value.signum() >= 0 && value.bitLength() < 160;
    }
}
