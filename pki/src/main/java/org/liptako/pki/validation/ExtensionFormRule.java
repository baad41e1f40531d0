package org.liptako.pki.validation;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyMappings;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/**
 * The extensions that decide something are well formed, critical or not (RFC 5280 section 4.2.1).
 *
 * <p>A malformed one that were skipped would be a constraint that does not hold; one that is not DER, or holds more than
 * it should, would mean one thing here and another elsewhere.
 */
final class ExtensionFormRule implements CertificateRule {
    private static final int X509_V3 = 3;

    private static final Map<ASN1ObjectIdentifier, Function<ASN1Encodable, Boolean>> FORMS = Map.ofEntries(
            Map.entry(Extension.basicConstraints, ExtensionFormRule::isBasicConstraints),
            Map.entry(Extension.keyUsage, value -> KeyUsage.getInstance(DERBitString.getInstance(value)) != null),
            Map.entry(
                    Extension.extendedKeyUsage,
                    value -> ExtendedKeyUsage.getInstance(value).size() > 0),
            Map.entry(Extension.subjectAlternativeName, ExtensionFormRule::holdsNames),
            Map.entry(Extension.issuerAlternativeName, ExtensionFormRule::holdsNames),
            Map.entry(Extension.nameConstraints, value -> NameConstraints.getInstance(value) != null),
            Map.entry(
                    Extension.certificatePolicies,
                    value -> CertificatePolicies.getInstance(value).getPolicyInformation().length > 0),
            Map.entry(Extension.policyMappings, ExtensionFormRule::holdsPairs),
            Map.entry(Extension.policyConstraints, value -> PolicyConstraints.getInstance(value) != null),
            Map.entry(
                    Extension.inhibitAnyPolicy,
                    value -> ASN1Integer.getInstance(value).getValue().signum() >= 0),
            Map.entry(
                    Extension.cRLDistributionPoints,
                    value -> CRLDistPoint.getInstance(value).getDistributionPoints() != null),
            Map.entry(Extension.authorityKeyIdentifier, value -> AuthorityKeyIdentifier.getInstance(value) != null),
            Map.entry(Extension.subjectKeyIdentifier, value -> SubjectKeyIdentifier.getInstance(value) != null));

    @Override
    public void check(ParsedCertificate certificate) throws RejectedException {
        if (certificate.extensions() != null && certificate.holder().getVersionNumber() != X509_V3) {
            throw malformed("extensions, and not version 3");
        }
        for (Map.Entry<ASN1ObjectIdentifier, Function<ASN1Encodable, Boolean>> form : FORMS.entrySet()) {
            if (!isWellFormed(certificate, form.getKey(), form.getValue())) {
                throw malformed("extension " + form.getKey());
            }
        }
    }

    private static boolean isWellFormed(
            ParsedCertificate certificate, ASN1ObjectIdentifier type, Function<ASN1Encodable, Boolean> form) {
        try {
            Optional<Extension> extension = certificate.extension(type);
            return extension.isEmpty()
                    || (isDer(extension.get()) && form.apply(extension.get().getParsedValue()));
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean isDer(Extension extension) throws IOException {
        return Arrays.equals(
                extension.getParsedValue().toASN1Primitive().getEncoded(ASN1Encoding.DER),
                extension.getExtnValue().getOctets());
    }

    /** Section 4.2.1.9: at most a boolean and an integer, which Bouncy Castle does not insist on. */
    private static boolean isBasicConstraints(ASN1Encodable value) {
        BasicConstraints constraints = BasicConstraints.getInstance(value);
        BigInteger pathLength = constraints.getPathLenConstraint();
        return ASN1Sequence.getInstance(value).size() <= 2 && (pathLength == null || pathLength.signum() >= 0);
    }

    private static boolean holdsPairs(ASN1Encodable value) {
        for (ASN1Encodable pair : ASN1Sequence.getInstance(value)) {
            if (ASN1Sequence.getInstance(pair).size() != 2) {
                return false;
            }
        }
        return PolicyMappings.getInstance(value) != null;
    }

    private static boolean holdsNames(ASN1Encodable value) {
        return GeneralNames.getInstance(value).getNames().length > 0;
    }

    private static RejectedException malformed(String detail) {
        return new RejectedException(RejectionReason.MALFORMED, detail);
    }
}
