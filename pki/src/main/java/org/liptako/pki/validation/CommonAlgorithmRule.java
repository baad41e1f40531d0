package org.liptako.pki.validation;

import org.liptako.pki.algorithm.AllowedAlgorithms;

/** Every key of the path is of an allowed kind, and so is every signature but the root's own, which proves nothing. */
final class CommonAlgorithmRule implements PathRule {
    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        CertificateRule rule = new AlgorithmRule(AllowedAlgorithms.COMMON);
        for (ParsedCertificate certificate : path.belowRoot()) {
            rule.check(certificate);
        }
        if (!AllowedAlgorithms.COMMON.admitsKey(path.root().holder().getSubjectPublicKeyInfo())) {
            throw new RejectedException(RejectionReason.ALGORITHM, "root");
        }
    }
}
