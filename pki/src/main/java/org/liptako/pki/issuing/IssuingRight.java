package org.liptako.pki.issuing;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.CertificateProfile;
import org.liptako.pki.profile.CrossProfile;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.LeafProfile;
import org.liptako.pki.profile.RoleProfile;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;
import org.liptako.pki.profile.StateNames;

/** Whether a CA may issue a profile: what a validator would refuse is not signed in the first place. */
final class IssuingRight {
    private IssuingRight() {}

    static void check(CertificateProfile profile, X509Certificate issuer) {
        switch (profile) {
            case RootProfile root ->
                throw new IssuingException(
                        "Une racine se signe elle-même, et personne n'émet " + root.subject()
                                + " : faites-la par l'acte root.",
                        "A root signs itself, and nobody issues " + root.subject() + ": make it by the act root.");
            case CrossProfile cross -> requireOtherRoot(cross, issuer);
            case StateCaProfile ca -> requireRoot(ca, issuer);
            case IssuingCaProfile ca -> requireStateCa(ca, issuer);
            case LeafProfile leaf -> requireRole(leaf, issuer);
        }
    }

    private static void requireOtherRoot(CrossProfile cross, X509Certificate issuer) {
        X500Name issuing = X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded());
        boolean root = issuer.getSubjectX500Principal().equals(issuer.getIssuerX500Principal());
        if (!root || issuing.equals(cross.subject())) {
            throw new IssuingException(
                    cross.subject() + " est certifiée par une autre racine, et non par " + issuing
                            + " : signez avec l'autre.",
                    cross.subject() + " is certified by another root, not by " + issuing + ": sign with the other.");
        }
    }

    private static void requireRoot(StateCaProfile ca, X509Certificate issuer) {
        if (!issuer.getSubjectX500Principal().equals(issuer.getIssuerX500Principal())) {
            throw new IssuingException(
                    "L'autorité de l'État " + ca.state() + " est émise par la racine seule, et non par "
                            + issuer.getSubjectX500Principal() + " : signez avec la racine.",
                    "The CA of " + ca.state() + " is issued by the root alone, not by "
                            + issuer.getSubjectX500Principal() + ": sign with the root.");
        }
    }

    private static void requireStateCa(IssuingCaProfile ca, X509Certificate issuer) {
        requireState(ca.state(), issuer);
        if (issuer.getBasicConstraints() != 1) {
            throw new IssuingException(
                    ca.subject() + " est émise par l'autorité de son État seule, et non par "
                            + issuer.getSubjectX500Principal() + " : signez avec celle-là.",
                    ca.subject() + " is issued by its State CA alone, not by " + issuer.getSubjectX500Principal()
                            + ": sign with that one.");
        }
    }

    private static void requireRole(LeafProfile leaf, X509Certificate issuer) {
        requireState(leaf.party().state(), issuer);
        ASN1ObjectIdentifier policy = RoleProfile.of(leaf.party().role()).policy();
        CertificatePolicies policies = CertificatePolicies.fromExtensions(extensions(issuer));
        boolean listed = policies != null
                && Arrays.stream(policies.getPolicyInformation())
                        .anyMatch(
                                information -> information.getPolicyIdentifier().equals(policy));
        if (!listed) {
            throw new IssuingException(
                    "Le rôle " + leaf.party().role().segment() + " n'est pas à émettre par "
                            + issuer.getSubjectX500Principal() + " : demandez à l'autre autorité de l'État.",
                    "The role " + leaf.party().role().segment() + " is not for " + issuer.getSubjectX500Principal()
                            + " to issue; ask the State's other CA.");
        }
    }

    private static void requireState(State state, X509Certificate issuer) {
        X500Name subject = X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded());
        if (!StateNames.stateOf(subject).equals(Optional.of(state))) {
            throw new IssuingException(
                    "Un certificat de l'État " + state + " est émis par l'autorité de cet État, et non par " + subject
                            + " : signez avec elle.",
                    "A certificate of " + state + " is issued by that State's CA, not by " + subject
                            + ": sign with that one.");
        }
    }

    private static Extensions extensions(X509Certificate issuer) {
        try {
            return new JcaX509CertificateHolder(issuer).getExtensions();
        } catch (CertificateEncodingException e) {
            throw new IssuingException(
                    "Le certificat de l'émetteur ne peut être lu : demandez-le de nouveau à qui l'a émis.",
                    "The issuer's certificate cannot be read: ask whoever issued it for it again.",
                    e);
        }
    }
}
