package org.liptako.pki.enrolment;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;
import org.liptako.pki.CryptoProvider;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.SpiffeName;

/** Whom a certificate that this State's own CAs signed speaks of, whatever its age. */
final class FormerLeaf {
    private FormerLeaf() {}

    /** The party; empty if none of the CAs signed the certificate, or it names no party of the State's. */
    static Optional<Party> partyOf(X509Certificate leaf, StateAuthorities authorities) {
        boolean ours = Stream.concat(
                        authorities.current().values().stream().map(Credential::certificate),
                        authorities.former().stream())
                .anyMatch(ca -> isSignedBy(leaf, ca));
        if (!ours || leaf.getBasicConstraints() >= 0) {
            return Optional.empty();
        }
        try {
            return nameOf(leaf)
                    .map(name -> Party.of(name, authorities.zone()))
                    .filter(party -> party.state() == authorities.state());
        } catch (MalformedNameException notAParty) {
            return Optional.empty();
        }
    }

    /** The SPIFFE name that a certificate bears, whoever signed it; empty for none. */
    static Optional<SpiffeName> nameOf(X509Certificate certificate) {
        try {
            return uriOf(certificate).map(SpiffeName::parse);
        } catch (MalformedNameException notAName) {
            return Optional.empty();
        }
    }

    private static boolean isSignedBy(X509Certificate leaf, X509Certificate ca) {
        if (!leaf.getIssuerX500Principal().equals(ca.getSubjectX500Principal())) {
            return false;
        }
        try {
            leaf.verify(ca.getPublicKey(), CryptoProvider.BOUNCY_CASTLE);
            return true;
        } catch (GeneralSecurityException | RuntimeException notByIt) {
            return false;
        }
    }

    private static Optional<String> uriOf(X509Certificate leaf) {
        try {
            Collection<List<?>> names = leaf.getSubjectAlternativeNames();
            return names == null
                    ? Optional.empty()
                    : names.stream()
                            .filter(name -> name.getFirst().equals(GeneralName.uniformResourceIdentifier))
                            .map(name -> (String) name.get(1))
                            .findFirst();
        } catch (CertificateParsingException e) {
            return Optional.empty();
        }
    }
}
