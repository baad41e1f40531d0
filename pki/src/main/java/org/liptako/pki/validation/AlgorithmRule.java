package org.liptako.pki.validation;

import org.liptako.pki.algorithm.AllowedAlgorithms;

/** Key and signature are of an allowed kind. */
final class AlgorithmRule implements CertificateRule {
    private final AllowedAlgorithms allowed;

    AlgorithmRule(AllowedAlgorithms allowed) {
        this.allowed = allowed;
    }

    @Override
    public void check(ParsedCertificate certificate) throws RejectedException {
        if (!allowed.admitsSignature(certificate.holder().getSignatureAlgorithm())
                || !allowed.admitsKey(certificate.holder().getSubjectPublicKeyInfo())) {
            throw new RejectedException(RejectionReason.ALGORITHM, "key or signature");
        }
    }
}
