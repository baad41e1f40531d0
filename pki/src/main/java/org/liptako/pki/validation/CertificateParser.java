package org.liptako.pki.validation;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.liptako.pki.encoding.DerDepth;

/**
 * From bytes to a certificate that keeps to RFC 5280 section 4.1 and uses allowed algorithms, or a refusal.
 *
 * <p>The encoding must be DER and nothing else: two encodings of one certificate would have two fingerprints. Both
 * Bouncy Castle and the JDK parse it, and both must be content; the JDK's certificate then verifies signatures, ten
 * times as fast, and remembers the result.
 */
final class CertificateParser {
    private static final int X509_V3 = 3;
    private static final int MAX_SERIAL_BITS = 159;

    private final int maxBytes;

    CertificateParser(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    ParsedCertificate parse(byte[] der) throws RejectedException {
        if (der.length > maxBytes) {
            throw new RejectedException(RejectionReason.CERTIFICATE_TOO_LARGE, der.length + " bytes");
        }
        if (!DerDepth.isShallow(der)) {
            throw malformed("nested too deeply");
        }
        try {
            X509CertificateHolder holder = new X509CertificateHolder(der);
            checkFields(holder, der);
            if (!AllowedAlgorithms.admit(holder)) {
                throw new RejectedException(RejectionReason.ALGORITHM, "key or signature");
            }
            return new ParsedCertificate(holder, new JcaX509CertificateConverter().getCertificate(holder));
        } catch (IOException | CertificateException | RuntimeException e) {
            throw malformed("does not parse");
        }
    }

    private static void checkFields(X509CertificateHolder holder, byte[] der) throws IOException, RejectedException {
        if (!Arrays.equals(holder.toASN1Structure().getEncoded(ASN1Encoding.DER), der)) {
            throw malformed("not DER");
        }
        if (holder.getVersionNumber() != X509_V3) {
            throw malformed("not version 3");
        }
        BigInteger serial = holder.getSerialNumber();
        if (serial.signum() <= 0 || serial.bitLength() > MAX_SERIAL_BITS) {
            throw malformed("serial number not positive or longer than 20 octets");
        }
        TBSCertificate tbs = holder.toASN1Structure().getTBSCertificate();
        if (!tbs.getSignature().equals(holder.getSignatureAlgorithm())) {
            throw malformed("the two signature algorithms differ");
        }
        // Spare bits are no part of what was signed: a stranger could change them and have another certificate that
        // verifies.
        if (holder.toASN1Structure().getSignature().getPadBits() != 0) {
            throw malformed("the signature is not whole octets");
        }
        if (tbs.getIssuerUniqueId() != null || tbs.getSubjectUniqueId() != null) {
            throw malformed("unique identifiers");
        }
        if (holder.getNotBefore().toInstant().isAfter(holder.getNotAfter().toInstant())) {
            throw malformed("ends before it begins");
        }
    }

    private static RejectedException malformed(String detail) {
        return new RejectedException(RejectionReason.MALFORMED, detail);
    }
}
