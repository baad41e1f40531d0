package org.liptako.pki.validation;

import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.liptako.pki.profile.RoleProfile;

/** The leaf is made for what it is used for: RFC 5280 section 4.2.1.12 for TLS, section 4.2.1.3 for signatures. */
final class PurposeRule implements PathRule {
    private final LeafNameRule names;

    PurposeRule(LeafNameRule names) {
        this.names = names;
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        ParsedCertificate leaf = path.leaf();
        boolean fit = leaf.hasKeyUsage(KeyUsage.digitalSignature)
                && switch (expectation.purpose()) {
                    case SERVER_AUTH -> speaksTls(leaf) && leaf.purposes().contains(KeyPurposeId.id_kp_serverAuth);
                    case CLIENT_AUTH -> speaksTls(leaf) && leaf.purposes().contains(KeyPurposeId.id_kp_clientAuth);
                    case SIGNING, ANY -> true;
                };
        if (!fit) {
            throw new RejectedException(RejectionReason.PURPOSE, "not for " + expectation.purpose());
        }
    }

    private boolean speaksTls(ParsedCertificate leaf) throws RejectedException {
        return RoleProfile.of(names.partyOf(leaf).role()).speaksTls();
    }
}
