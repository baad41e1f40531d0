package org.liptako.pki.validation;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liptako.pki.CryptoProvider;

/**
 * RFC 5280 section 6.1, as Bouncy Castle does it: a second opinion, beside our own rules.
 *
 * <p>Only the root's name and key are the anchor, and the root's certificate goes into the path as its first element.
 * So the root's own validity, constraints and key usage are processed like any CA's; as an anchor they would be
 * ignored (section 6.1.1 d).
 */
final class Rfc5280Rule implements PathRule {
    /** Parts of Bouncy Castle's messages, and the reasons they stand for. */
    private static final Map<String, RejectionReason> REASONS = Map.of(
            "ubtree", RejectionReason.NAME_CONSTRAINTS,
            "ame constraints", RejectionReason.NAME_CONSTRAINTS,
            "path length", RejectionReason.PATH_LENGTH,
            "Not a CA", RejectionReason.NOT_A_CA,
            "lacks BasicConstraints", RejectionReason.NOT_A_CA,
            "keyusage", RejectionReason.KEY_USAGE,
            "critical extension", RejectionReason.CRITICAL_EXTENSION,
            "signature", RejectionReason.SIGNATURE);

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        try {
            X509Certificate root = path.root().certificate();
            TrustAnchor anchor = new TrustAnchor(root.getSubjectX500Principal(), root.getPublicKey(), null);
            PKIXParameters parameters = new PKIXParameters(Set.of(anchor));
            parameters.setDate(Date.from(expectation.at()));
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX", CryptoProvider.BOUNCY_CASTLE).validate(certPath(path), parameters);
        } catch (CertPathValidatorException e) {
            throw new RejectedException(reasonOf(e), e.getMessage() + ", certificate " + e.getIndex());
        } catch (GeneralSecurityException e) {
            throw new RejectedException(RejectionReason.PATH_INVALID, "the path could not be processed");
        }
    }

    private static CertPath certPath(CertificatePath path) throws GeneralSecurityException, RejectedException {
        List<X509Certificate> certificates = path.javaCertificates();
        return CertificateFactory.getInstance("X.509", CryptoProvider.BOUNCY_CASTLE)
                .generateCertPath(certificates);
    }

    /** Bouncy Castle tells its reasons in words alone; words we do not know are still a refusal. */
    private static RejectionReason reasonOf(CertPathValidatorException refusal) {
        for (Throwable told = refusal; told != null; told = told.getCause()) {
            String message = told.getMessage();
            for (Map.Entry<String, RejectionReason> known : REASONS.entrySet()) {
                if (message != null && message.contains(known.getKey())) {
                    return known.getValue();
                }
            }
        }
        return RejectionReason.PATH_INVALID;
    }
}
