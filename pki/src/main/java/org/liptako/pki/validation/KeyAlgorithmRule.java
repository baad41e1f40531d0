package org.liptako.pki.validation;

import org.liptako.pki.algorithm.AllowedAlgorithms;

/** The key is of an allowed kind; of a root, whose own signature proves nothing, that is all. */
final class KeyAlgorithmRule implements CertificateRule {
    private final AllowedAlgorithms allowed;

    KeyAlgorithmRule(AllowedAlgorithms allowed) {
        this.allowed = allowed;
    }

    @Override
    public void check(ParsedCertificate certificate) throws RejectedException {
        if (!allowed.admitsKey(certificate.holder().getSubjectPublicKeyInfo())) {
            throw new RejectedException(RejectionReason.ALGORITHM, "key");
        }
    }
}
