package org.liptako.pki.validation;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.liptako.pki.constraint.CertificateNames;
import org.liptako.pki.constraint.MalformedConstraintException;
import org.liptako.pki.constraint.NameConstraintState;

/**
 * The names of every certificate lie within what all CAs above it permit, the root too (RFC 5280 sections 4.2.1.10 and
 * 6.1.3 b, c).
 *
 * <p>A self-issued CA is exempt, the leaf never. Constraints are critical, and only a CA has them.
 */
final class NameConstraintsRule implements PathRule {
    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        NameConstraintState state = new NameConstraintState();
        List<ParsedCertificate> downwards = path.certificates().reversed();
        for (ParsedCertificate certificate : downwards) {
            boolean exempt = certificate == path.root() || (certificate.isSelfIssued() && certificate != path.leaf());
            if (!exempt) {
                checkNames(state, certificate, path);
            }
            Optional<Extension> constraints = certificate.extension(Extension.nameConstraints);
            if (constraints.isPresent()) {
                add(constraints.get(), certificate, state, path);
            }
        }
    }

    private static void checkNames(NameConstraintState state, ParsedCertificate certificate, CertificatePath path)
            throws RejectedException {
        Optional<String> violation =
                state.violation(new CertificateNames(certificate.subject(), certificate.alternativeNames()));
        if (state.isExhausted()) {
            throw new RejectedException(RejectionReason.TOO_MANY_NAMES, path.placeOf(certificate));
        }
        if (violation.isPresent()) {
            throw new RejectedException(
                    RejectionReason.NAME_CONSTRAINTS, path.placeOf(certificate) + ": " + violation.get());
        }
    }

    private static void add(
            Extension constraints, ParsedCertificate certificate, NameConstraintState state, CertificatePath path)
            throws RejectedException {
        if (!constraints.isCritical() || !certificate.isCa()) {
            throw new RejectedException(
                    RejectionReason.NAME_CONSTRAINTS,
                    path.placeOf(certificate) + ": constraints not critical, or not a CA's");
        }
        try {
            state.add(NameConstraints.getInstance(constraints.getParsedValue()));
        } catch (MalformedConstraintException e) {
            throw new RejectedException(
                    RejectionReason.NAME_CONSTRAINTS, path.placeOf(certificate) + ": " + e.getMessage());
        }
    }
}
