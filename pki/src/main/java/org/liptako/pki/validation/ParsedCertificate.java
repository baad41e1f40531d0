package org.liptako.pki.validation;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.algorithm.VerifyingKey;
import org.liptako.pki.encoding.DirectoryName;

/**
 * A certificate that parsed. Two are equal only if they are one.
 *
 * <p>Extensions are read when they are asked for; a malformed one shows as a runtime exception of Bouncy Castle's,
 * unless {@link ExtensionFormRule} has looked before.
 */
final class ParsedCertificate {
    private final X509CertificateHolder holder;
    private final byte[] der;
    private final DirectoryName subjectName;
    private final DirectoryName issuerName;
    private final String keyText;
    private @Nullable X509Certificate certificate;
    private @Nullable VerifyingKey key;

    ParsedCertificate(X509CertificateHolder holder, byte[] der) {
        this.holder = holder;
        this.der = der;
        this.subjectName = DirectoryName.of(holder.getSubject());
        this.issuerName = DirectoryName.of(holder.getIssuer());
        this.keyText = new String(encoded(holder.getSubjectPublicKeyInfo()), StandardCharsets.ISO_8859_1);
    }

    private static byte[] encoded(SubjectPublicKeyInfo info) {
        try {
            return info.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalArgumentException("a public key that cannot be encoded", e);
        }
    }

    X509CertificateHolder holder() {
        return holder;
    }

    byte[] der() {
        return der;
    }

    /** In Java's own form. */
    X509Certificate certificate() throws RejectedException {
        X509Certificate known = certificate;
        if (known == null) {
            try {
                known = new JcaX509CertificateConverter().getCertificate(holder);
            } catch (CertificateException e) {
                throw new RejectedException(RejectionReason.MALFORMED, "Java's parser refuses it");
            }
            certificate = known;
        }
        return known;
    }

    X500Name subject() {
        return holder.getSubject();
    }

    /** In the form that compares. */
    DirectoryName subjectName() {
        return subjectName;
    }

    DirectoryName issuerName() {
        return issuerName;
    }

    BigInteger serialNumber() {
        return holder.getSerialNumber();
    }

    Instant notBefore() {
        return holder.getNotBefore().toInstant();
    }

    Instant notAfter() {
        return holder.getNotAfter().toInstant();
    }

    @Nullable
    Extensions extensions() {
        return holder.getExtensions();
    }

    Optional<Extension> extension(ASN1ObjectIdentifier type) {
        return Optional.ofNullable(holder.getExtension(type));
    }

    Optional<ASN1Encodable> value(ASN1ObjectIdentifier type) {
        return extension(type).map(Extension::getParsedValue);
    }

    Optional<BasicConstraints> basicConstraints() {
        return value(Extension.basicConstraints).map(BasicConstraints::getInstance);
    }

    boolean isCa() {
        return basicConstraints().map(BasicConstraints::isCA).orElse(false);
    }

    /** Whether the key usage extension is there and has all these bits. */
    boolean hasKeyUsage(int bits) {
        KeyUsage usage = KeyUsage.fromExtensions(holder.getExtensions());
        return usage != null && usage.hasUsages(bits);
    }

    /** Whether the key usage extension, if there is one, has all these bits (RFC 5280 section 6.1.4 n). */
    boolean allowsKeyUsage(int bits) {
        return extension(Extension.keyUsage).isEmpty() || hasKeyUsage(bits);
    }

    /** The extended key usages; empty also if the extension is absent, and anything goes. */
    Set<KeyPurposeId> purposes() {
        ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(holder.getExtensions());
        return usage == null ? Set.of() : Set.of(usage.getUsages());
    }

    List<GeneralName> alternativeNames() {
        return value(Extension.subjectAlternativeName)
                .map(names -> List.of(GeneralNames.getInstance(names).getNames()))
                .orElse(List.of());
    }

    boolean isSelfIssued() {
        return subjectName.equals(issuerName);
    }

    /** The public key's octets, in a form that compares. */
    String keyText() {
        return keyText;
    }

    /** The public key, if it is one that can verify anything. */
    Optional<VerifyingKey> key() {
        if (key == null) {
            key = VerifyingKey.of(holder.getSubjectPublicKeyInfo()).orElse(null);
        }
        return Optional.ofNullable(key);
    }

    /** Whether a key is of the kind and size that the signature was made with; costs nothing. */
    boolean mayBeSignedBy(VerifyingKey issuer) {
        return issuer.fits(holder.getSignatureAlgorithm(), holder.getSignature().length);
    }

    boolean isSignedBy(VerifyingKey issuer) {
        X509Certificate known = certificate;
        if (known != null) {
            return issuer.hasSigned(known);
        }
        try {
            return issuer.verifies(
                    holder.getSignatureAlgorithm(),
                    holder.toASN1Structure().getTBSCertificate().getEncoded(),
                    holder.getSignature());
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the subject and the key are the same: the same entity, perhaps in another certificate. */
    boolean isSameEntityAs(ParsedCertificate other) {
        return subjectName.equals(other.subjectName) && keyText.equals(other.keyText);
    }

    /** Whether the key identifiers say that {@code issuer}'s key signed this; absent ones say nothing. */
    boolean isPointedAt(ParsedCertificate issuer) {
        try {
            return issuer.hasKeyIdentifier(issuerKeyIdentifier());
        } catch (RuntimeException e) {
            // Only a hint: a malformed one says nothing either.
            return false;
        }
    }

    /** Whether this is its key identifier; an absent one is nobody's. */
    boolean hasKeyIdentifier(Optional<byte[]> wanted) {
        try {
            Optional<byte[]> offered = keyIdentifier();
            return wanted.isPresent() && offered.isPresent() && Arrays.equals(wanted.get(), offered.get());
        } catch (RuntimeException e) {
            return false;
        }
    }

    Optional<byte[]> keyIdentifier() {
        return value(Extension.subjectKeyIdentifier)
                .map(SubjectKeyIdentifier::getInstance)
                .map(SubjectKeyIdentifier::getKeyIdentifier);
    }

    Optional<byte[]> issuerKeyIdentifier() {
        return value(Extension.authorityKeyIdentifier)
                .map(AuthorityKeyIdentifier::getInstance)
                .map(AuthorityKeyIdentifier::getKeyIdentifierObject)
                .map(ASN1OctetString::getOctets);
    }
}
