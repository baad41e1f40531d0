package org.liptako.pki.validation;

import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.liptako.pki.name.Role;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.RoleProfile;

/**
 * Keys of evidence are Ed25519 and no others are: what signs checkpoints can neither be a peer nor sign certificates,
 * and a peer's key can sign no checkpoint.
 */
final class EvidenceKeyRule implements PathRule {
    private final LeafNameRule names;

    EvidenceKeyRule(LeafNameRule names) {
        this.names = names;
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        Role role = names.partyOf(path.leaf()).role();
        if (isEd25519(path.leaf()) != (RoleProfile.of(role).keyKind() == KeyKind.ED25519)) {
            throw new RejectedException(RejectionReason.ALGORITHM, "leaf");
        }
        for (ParsedCertificate authority : path.authorities()) {
            if (isEd25519(authority)) {
                throw new RejectedException(RejectionReason.ALGORITHM, path.placeOf(authority));
            }
        }
    }

    private static boolean isEd25519(ParsedCertificate certificate) {
        return certificate
                .holder()
                .getSubjectPublicKeyInfo()
                .getAlgorithm()
                .getAlgorithm()
                .equals(EdECObjectIdentifiers.id_Ed25519);
    }
}
