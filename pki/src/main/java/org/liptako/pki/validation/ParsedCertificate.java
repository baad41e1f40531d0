package org.liptako.pki.validation;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** A certificate that parsed, in the two forms that Bouncy Castle has for it. Two are equal only if they are one. */
final class ParsedCertificate {
    private final X509CertificateHolder holder;
    private final X509Certificate certificate;

    ParsedCertificate(X509CertificateHolder holder, X509Certificate certificate) {
        this.holder = holder;
        this.certificate = certificate;
    }

    X509CertificateHolder holder() {
        return holder;
    }

    X509Certificate certificate() {
        return certificate;
    }

    X500Name subject() {
        return holder.getSubject();
    }

    X500Name issuer() {
        return holder.getIssuer();
    }

    @Nullable
    Extensions extensions() {
        return holder.getExtensions();
    }

    boolean isCa() {
        BasicConstraints constraints = BasicConstraints.fromExtensions(holder.getExtensions());
        return constraints != null && constraints.isCA();
    }

    /** Whether the key usage extension is there and has all these bits. */
    boolean hasKeyUsage(int bits) {
        KeyUsage usage = KeyUsage.fromExtensions(holder.getExtensions());
        return usage != null && usage.hasUsages(bits);
    }

    boolean isSelfIssued() {
        return subject().equals(issuer());
    }

    /** Whether the subject and the key are the same: the same entity, perhaps in another certificate. */
    boolean isSameEntityAs(ParsedCertificate other) {
        return subject().equals(other.subject())
                && holder.getSubjectPublicKeyInfo().equals(other.holder.getSubjectPublicKeyInfo());
    }

    /** Whether the key identifiers say that {@code issuer}'s key signed this; absent ones say nothing. */
    boolean isPointedAt(ParsedCertificate issuer) {
        AuthorityKeyIdentifier authority = AuthorityKeyIdentifier.fromExtensions(holder.getExtensions());
        SubjectKeyIdentifier subject = SubjectKeyIdentifier.fromExtensions(issuer.holder.getExtensions());
        if (authority == null || subject == null) {
            return false;
        }
        ASN1OctetString wanted = authority.getKeyIdentifierObject();
        return wanted != null && Arrays.equals(wanted.getOctets(), subject.getKeyIdentifier());
    }
}
