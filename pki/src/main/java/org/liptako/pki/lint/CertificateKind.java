package org.liptako.pki.lint;

import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509CertificateHolder;
import org.liptako.pki.name.Role;
import org.liptako.pki.profile.RoleProfile;
import org.liptako.pki.profile.StateNames;

/** Which of the tree's kinds a certificate presents itself as. */
enum CertificateKind {
    ROOT,
    /** One root's certificate by another root. */
    CROSS,
    STATE_CA,
    ISSUING_CA,
    LEAF;

    static CertificateKind of(X509CertificateHolder certificate) {
        BasicConstraints constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
        if (constraints == null || !constraints.isCA()) {
            return LEAF;
        }
        if (certificate.getSubject().equals(certificate.getIssuer())) {
            return ROOT;
        }
        if (StateNames.stateOf(certificate.getSubject()).isEmpty()) {
            return CROSS;
        }
        return StateNames.stateOf(certificate.getIssuer()).isEmpty() ? STATE_CA : ISSUING_CA;
    }

    /** The role that a certificate's one policy tells. */
    static Optional<Role> roleOf(X509CertificateHolder certificate) {
        CertificatePolicies policies = CertificatePolicies.fromExtensions(certificate.getExtensions());
        if (policies == null) {
            return Optional.empty();
        }
        PolicyInformation[] information = policies.getPolicyInformation();
        return information.length == 1 ? RoleProfile.ofPolicy(information[0].getPolicyIdentifier()) : Optional.empty();
    }
}
