package org.liptako.pki.validation;

import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * The purpose asked for is among the extended key usages of the leaf and of every CA that has any (RFC 5280 section
 * 4.2.1.12, and for CAs what all browsers do).
 */
final class PurposeNestingRule implements PathRule {
    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        for (ParsedCertificate certificate : path.certificates()) {
            check(certificate, expectation, path.placeOf(certificate));
        }
    }

    static void check(ParsedCertificate certificate, Expectation expectation, String place) throws RejectedException {
        Optional<KeyPurposeId> purpose = switch (expectation.purpose()) {
            case SERVER_AUTH -> Optional.of(KeyPurposeId.id_kp_serverAuth);
            case CLIENT_AUTH -> Optional.of(KeyPurposeId.id_kp_clientAuth);
            case SIGNING, ANY -> Optional.empty();
        };
        if (purpose.isEmpty()) {
            return;
        }
        Set<KeyPurposeId> allowed = certificate.purposes();
        if (!allowed.isEmpty()
                && !allowed.contains(purpose.get())
                && !allowed.contains(KeyPurposeId.anyExtendedKeyUsage)) {
            throw new RejectedException(RejectionReason.PURPOSE, place);
        }
    }
}
