package org.liptako.pki.validation;

import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * A common name that means one of the alternative names is written exactly like it (CA/Browser baseline requirements
 * 7.1.4.3): nobody else may read it as another name.
 *
 * <p>One that means something else is let be; it is never matched to anything.
 */
final class BrowserCommonNameRule implements PathRule {
    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        List<String> names = path.leaf().alternativeNames().stream()
                .flatMap(BrowserCommonNameRule::written)
                .toList();
        for (RDN rdn : path.leaf().subject().getRDNs(BCStyle.CN)) {
            String commonName = IETFUtils.valueToString(rdn.getFirst().getValue());
            String meant = PeerText.canonical(commonName);
            boolean respelled = names.contains(meant) && !names.contains(commonName);
            if (respelled || isUnicodeHost(commonName)) {
                throw new RejectedException(
                        RejectionReason.COMMON_NAME, "leaf: an alternative name in another spelling");
            }
        }
    }

    /** No alternative name is in Unicode, so none is written like this one. */
    private static boolean isUnicodeHost(String commonName) {
        return commonName.indexOf('.') > 0
                && commonName.indexOf(' ') < 0
                && commonName.chars().anyMatch(c -> c > 0x7f);
    }

    private static Stream<String> written(GeneralName name) {
        return switch (name.getTagNo()) {
            case GeneralName.dNSName ->
                Stream.of(ASN1IA5String.getInstance(name.getName()).getString());
            case GeneralName.iPAddress ->
                Stream.of(PeerText.ofAddress(
                        ASN1OctetString.getInstance(name.getName()).getOctets()));
            default -> Stream.empty();
        };
    }
}
