package org.liptako.pki.validation.batch;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liptako.pki.certpolicy.PolicyInputs;
import org.liptako.pki.name.Zone;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Purpose;
import org.liptako.pki.validation.RejectionReason;
import org.liptako.pki.validation.Rfc5280Question;
import org.liptako.pki.validation.Rfc5280Validator;
import org.liptako.pki.validation.TrustMaterial;
import org.liptako.pki.validation.Validation;

/** Judges one question by a profile. Thread-safe. */
final class CaseJudge {
    private final BatchProfile profile;
    private final Zone zone;
    private final Rfc5280Validator common = new Rfc5280Validator();

    CaseJudge(BatchProfile profile, Zone zone) {
        this.profile = profile;
        this.zone = zone;
    }

    /** Why the chain is refused; empty if it is accepted. */
    Optional<Validation.Rejected> refusal(Rfc5280Question question) {
        return switch (profile) {
            case RFC5280 -> common.refusal(question);
            case LIPTAKO -> beyondOurProfile(question).or(() -> strictly(question));
        };
    }

    /** What a case may ask and our profile does not know: policies, depth and key usage are RFC 5280's to judge. */
    private Optional<Validation.Rejected> beyondOurProfile(Rfc5280Question question) {
        boolean asked = question.maxDepth().isPresent()
                || question.keyUsage() != 0
                || !question.policy().equals(PolicyInputs.NONE);
        Expectation any = new Expectation(question.expectation().at(), Purpose.ANY, null);
        return asked
                ? common.refusal(new Rfc5280Question(
                        question.chain(),
                        question.roots(),
                        any,
                        question.policy(),
                        question.maxDepth(),
                        question.keyUsage(),
                        RevocationLists.none(),
                        false))
                : Optional.empty();
    }

    private Optional<Validation.Rejected> strictly(Rfc5280Question question) {
        if (question.revocationRequired() && question.lists().isEmpty()) {
            return Optional.of(new Validation.Rejected(RejectionReason.REVOCATION_UNKNOWN, "no list can be read"));
        }
        ChainValidator validator;
        try {
            validator = new ChainValidator(
                    zone, new TrustMaterial(roots(question.roots()), List.of(), question.lists(), Set.of()));
        } catch (CertificateException | IllegalArgumentException e) {
            return Optional.of(new Validation.Rejected(RejectionReason.NO_PATH, "a root that cannot be used"));
        }
        return switch (validator.validate(question.chain(), question.expectation())) {
            case Validation.Accepted accepted -> Optional.empty();
            case Validation.Rejected rejected -> Optional.of(rejected);
        };
    }

    private static List<X509Certificate> roots(List<byte[]> encoded) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> roots = new ArrayList<>();
        for (byte[] der : encoded) {
            roots.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        }
        return roots;
    }
}
