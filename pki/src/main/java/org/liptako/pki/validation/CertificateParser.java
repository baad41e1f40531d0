package org.liptako.pki.validation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cert.X509CertificateHolder;
import org.liptako.pki.encoding.DerDepth;

/**
 * From bytes to a certificate that satisfies some rules, or a refusal.
 *
 * <p>The encoding must be DER and nothing else: two encodings of one certificate would have two fingerprints.
 */
final class CertificateParser {
    private final ValidationLimits limits;
    private final List<CertificateRule> rules;

    CertificateParser(ValidationLimits limits, List<CertificateRule> rules) {
        this.limits = limits;
        this.rules = List.copyOf(rules);
    }

    ParsedCertificate parse(byte[] der) throws RejectedException {
        if (der.length > limits.certificateBytes()) {
            throw new RejectedException(RejectionReason.CERTIFICATE_TOO_LARGE, der.length + " bytes");
        }
        if (!DerDepth.isShallow(der)) {
            throw malformed("nested too deeply");
        }
        try {
            X509CertificateHolder holder = new X509CertificateHolder(der);
            checkEncoding(holder, der);
            checkNames(holder);
            ParsedCertificate certificate = new ParsedCertificate(holder, der);
            for (CertificateRule rule : rules) {
                rule.check(certificate);
            }
            return certificate;
        } catch (IOException | RuntimeException e) {
            throw malformed("does not parse");
        }
    }

    private static void checkEncoding(X509CertificateHolder holder, byte[] der) throws IOException, RejectedException {
        if (!Arrays.equals(holder.toASN1Structure().getEncoded(ASN1Encoding.DER), der)) {
            throw malformed("not DER");
        }
        if (!holder.toASN1Structure().getTBSCertificate().getSignature().equals(holder.getSignatureAlgorithm())) {
            throw malformed("the two signature algorithms differ");
        }
        // Spare bits are no part of what was signed: a stranger could change them and have another certificate that
        // verifies.
        if (holder.toASN1Structure().getSignature().getPadBits() != 0) {
            throw malformed("the signature is not whole octets");
        }
    }

    /** Before they are made to compare: folding a name takes long. */
    private void checkNames(X509CertificateHolder holder) throws IOException, RejectedException {
        if (holder.getSubject().getEncoded().length > limits.nameBytes()
                || holder.getIssuer().getEncoded().length > limits.nameBytes()) {
            throw new RejectedException(RejectionReason.TOO_MANY_NAMES, "subject or issuer");
        }
    }

    private static RejectedException malformed(String detail) {
        return new RejectedException(RejectionReason.MALFORMED, detail);
    }
}
