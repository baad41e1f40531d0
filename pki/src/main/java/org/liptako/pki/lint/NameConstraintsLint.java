package org.liptako.pki.lint;

import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509CertificateHolder;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.StateNames;

/** RFC 5280 section 4.2.1.10; our design. The zone is read from the constraints themselves. */
final class NameConstraintsLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "name-constraints",
                "RFC 5280 4.2.1.10; design",
                "Une CA d'État porte exactement les contraintes de nom de son État ; nul autre certificat n'en porte.",
                "A State CA carries exactly its State's name constraints; no other certificate carries any.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        Extension extension = certificate.getExtension(Extension.nameConstraints);
        NameConstraints constraints =
                extension == null ? null : NameConstraints.getInstance(extension.getParsedValue());
        return CertificateKind.of(certificate) == CertificateKind.STATE_CA
                ? constraints != null && bindsItsState(certificate, constraints)
                : constraints == null;
    }

    private static boolean bindsItsState(X509CertificateHolder certificate, NameConstraints constraints) {
        Optional<State> state = StateNames.stateOf(certificate.getSubject());
        GeneralSubtree[] permitted = constraints.getPermittedSubtrees();
        if (state.isEmpty() || permitted == null || permitted.length == 0) {
            return false;
        }
        String host = permitted[0].getBase().getName().toString();
        String label = state.get().label() + ".";
        try {
            return host.startsWith(label)
                    && StateNames.constraints(state.get(), new Zone(host.substring(label.length())))
                            .equals(constraints);
        } catch (MalformedNameException noZone) {
            return false;
        }
    }
}
