package org.liptako.pki.lint;

import org.bouncycastle.cert.X509CertificateHolder;
import org.liptako.pki.profile.StateNames;

/** Our design: the State is told three times, and the subject is one of them. */
final class SubjectStateLint implements Lint<X509CertificateHolder> {
    @Override
    public LintRule rule() {
        return new LintRule(
                "subject-state",
                "design",
                "Sous la racine, le sujet nomme exactement un État membre, par C et O.",
                "Below the root, the subject names exactly one member State, by C and O.");
    }

    @Override
    public boolean admits(X509CertificateHolder certificate) {
        return switch (CertificateKind.of(certificate)) {
            case ROOT, CROSS -> true;
            case STATE_CA, ISSUING_CA, LEAF ->
                StateNames.stateOf(certificate.getSubject())
                        .filter(state -> StateNames.isWithin(certificate.getSubject(), state))
                        .isPresent();
        };
    }
}
