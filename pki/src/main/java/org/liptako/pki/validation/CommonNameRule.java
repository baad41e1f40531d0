package org.liptako.pki.validation;

import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * The leaf's subject has exactly one common name, and it cannot pass for a host name.
 *
 * <p>Some libraries take a common name like {@code ne.aes.internal} for a DNS name where no SAN matches; no host name
 * has a space.
 */
final class CommonNameRule implements PathRule {
    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        RDN[] names = path.leaf().subject().getRDNs(BCStyle.CN);
        if (names.length != 1
                || names[0].isMultiValued()
                || IETFUtils.valueToString(names[0].getFirst().getValue()).indexOf(' ') < 0) {
            throw new RejectedException(RejectionReason.COMMON_NAME, "leaf");
        }
    }
}
