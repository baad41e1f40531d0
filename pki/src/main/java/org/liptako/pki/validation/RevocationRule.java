package org.liptako.pki.validation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.liptako.pki.algorithm.VerifyingKey;
import org.liptako.pki.revocation.CertificateStatus;
import org.liptako.pki.revocation.ListSigners;
import org.liptako.pki.revocation.RevocationList;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.revocation.StatusQuestion;

/**
 * Every certificate below the root is shown unrevoked by a current list of its issuer (RFC 5280 section 6.3).
 *
 * <p>From the root downwards, so that a CA's word on a certificate counts only once the CA itself is known to be good.
 */
final class RevocationRule implements PathRule {
    private final RevocationLists lists;
    private final boolean required;
    private final Supplier<WorkBudget> budgets;
    private final OtherListSigners others;
    private final Consumer<ParsedCertificate> revoked;

    /**
     * A rule by these lists.
     *
     * @param required whether a certificate passes only if a list speaks for it; else one of an issuer without any list
     *     passes too
     * @param revoked is told which certificates are: they are so on every path
     */
    RevocationRule(
            RevocationLists lists,
            boolean required,
            Supplier<WorkBudget> budgets,
            OtherListSigners others,
            Consumer<ParsedCertificate> revoked) {
        this.lists = lists;
        this.required = required;
        this.budgets = budgets;
        this.others = others;
        this.revoked = revoked;
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        WorkBudget budget = budgets.get();
        for (ParsedCertificate certificate : path.belowRoot().reversed()) {
            if (required || !lists.of(certificate.issuerName()).isEmpty()) {
                CertificateStatus status =
                        lists.statusOf(question(certificate, expectation), new PathSigners(path, certificate, budget));
                // Without a delta list that nobody had time to verify, a certificate may look better than it is.
                budget.requireRest();
                if (status instanceof CertificateStatus.Revoked) {
                    revoked.accept(certificate);
                }
                refuseUnlessGood(status, path.placeOf(certificate));
            }
        }
    }

    private static void refuseUnlessGood(CertificateStatus status, String place) throws RejectedException {
        switch (status) {
            case CertificateStatus.Good good -> {}
            case CertificateStatus.Revoked revoked ->
                throw new RejectedException(
                        RejectionReason.REVOKED, place + ", reason " + revoked.reason() + " since " + revoked.since());
            case CertificateStatus.Unknown unknown ->
                throw new RejectedException(RejectionReason.REVOCATION_UNKNOWN, place + ", " + unknown.why());
        }
    }

    private static StatusQuestion question(ParsedCertificate certificate, Expectation expectation) {
        Optional<CRLDistPoint> points =
                certificate.value(Extension.cRLDistributionPoints).map(CRLDistPoint::getInstance);
        return new StatusQuestion(
                certificate.holder().getIssuer(),
                certificate.serialNumber(),
                certificate.isCa(),
                points,
                expectation.at(),
                expectation.purpose() == Purpose.SIGNING);
    }

    /** Those above a certificate on its path, and whoever else is known. */
    private final class PathSigners implements ListSigners {
        private final CertificatePath path;
        private final ParsedCertificate about;
        private final WorkBudget budget;

        PathSigners(CertificatePath path, ParsedCertificate about, WorkBudget budget) {
            this.path = path;
            this.about = about;
            this.budget = budget;
        }

        @Override
        public Optional<VerifyingKey> signerOf(RevocationList list) {
            List<ParsedCertificate> certificates = path.certificates();
            try {
                for (ParsedCertificate above :
                        certificates.subList(certificates.indexOf(about) + 1, certificates.size())) {
                    if (above.subjectName().equals(list.issuerName()) && hasSigned(list, above, budget)) {
                        return above.key();
                    }
                }
                return others.signerOf(list, path, about);
            } catch (RejectedException e) {
                // Out of budget: nobody is known to have signed it.
                return Optional.empty();
            }
        }

        @Override
        public boolean isSignedBy(RevocationList delta, VerifyingKey key) {
            try {
                return budget.isSignedBy(delta, key);
            } catch (RejectedException e) {
                return false;
            }
        }
    }

    /** Section 6.3.3 f and g. */
    static boolean hasSigned(RevocationList list, ParsedCertificate signer, WorkBudget budget)
            throws RejectedException {
        Optional<VerifyingKey> key = signer.key();
        return signer.allowsKeyUsage(KeyUsage.cRLSign) && key.isPresent() && budget.isSignedBy(list, key.get());
    }
}
