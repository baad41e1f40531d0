package org.liptako.pki.trust;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.liptako.pki.encoding.DerDepth;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.profile.StateNames;

/**
 * Finds the CA that signed a revocation list: a root, a State CA that the trust state believes, or one that such a
 * State CA signed in its own State's name.
 *
 * <p>The certificate that comes with a list saves the search; it is believed only for the signature above it. So a
 * State revokes what its own CAs issued, alone and at once. A list is looked up by its issuer's name: one of a CA that bears another State's
 * name would stand in the way of that State's own.
 */
final class ListIssuer {
    private static final int MAX_CERTIFICATE_BYTES = 16 * 1024;
    private static final int KEY_CERT_SIGN = 5;
    private static final int CRL_SIGN = 6;

    /** SHA-2 throughout, as for certificates. */
    private static final Set<String> SIGNATURES = Set.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA384.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA512.getId(),
            EdECObjectIdentifiers.id_Ed25519.getId(),
            PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha384WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha512WithRSAEncryption.getId());

    private final List<X509Certificate> roots;
    private final List<AuthorityStatus> stateCas;

    ListIssuer(TrustState trust) {
        this.roots = trust.anchors().roots();
        this.stateCas = trust.revocations().authorities().stream()
                .filter(AuthorityStatus::isGood)
                .toList();
    }

    /** Whether the certificate that comes with a list is one that may sign lists; of the list itself nothing is read. */
    boolean believes(PublishedList published, Instant now) {
        try {
            require(published, now);
            return true;
        } catch (RefusedListException e) {
            return false;
        }
    }

    /** The certificate that comes with a list, if it is one that may sign lists. */
    X509Certificate require(PublishedList published, Instant now) throws RefusedListException {
        X509Certificate issuer = certificate(published);
        if (!isBelieved(issuer, now)) {
            throw new RefusedListException(ListRefusal.UNKNOWN_ISSUER, "the issuer's certificate is not believed");
        }
        return issuer;
    }

    /** The digest of the public key that signed the list, which is the issuer's. */
    static Digest requireSigned(PublishedList published, X509Certificate issuer) throws RefusedListException {
        try {
            X509CRL list = (X509CRL)
                    CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(published.list()));
            if (!SIGNATURES.contains(list.getSigAlgOID())
                    || !list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                throw new RefusedListException(ListRefusal.UNKNOWN_ISSUER, "another name, or another algorithm");
            }
            list.verify(issuer.getPublicKey());
            return Digest.over(issuer.getPublicKey().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new RefusedListException(ListRefusal.UNKNOWN_ISSUER, "not signed by that issuer");
        }
    }

    private boolean isBelieved(X509Certificate issuer, Instant now) {
        if (!mayDo(issuer, CRL_SIGN) || now.isAfter(issuer.getNotAfter().toInstant())) {
            return false;
        }
        return roots.contains(issuer)
                || stateCas.stream()
                        .anyMatch(stateCa -> stateCa.certificate().equals(issuer) || isBelow(issuer, stateCa));
    }

    private static boolean isBelow(X509Certificate issuer, AuthorityStatus stateCa) {
        X500Name name = X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded());
        return StateNames.isWithin(name, stateCa.state()) && isSignedBy(issuer, stateCa.certificate());
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate authority) {
        try {
            if (!mayDo(authority, KEY_CERT_SIGN)
                    || !SIGNATURES.contains(certificate.getSigAlgOID())
                    || !certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
                return false;
            }
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean mayDo(X509Certificate certificate, int usage) {
        boolean[] usages = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && usages != null && usages[usage];
    }

    private static X509Certificate certificate(PublishedList published) throws RefusedListException {
        byte[] der = published.issuer();
        if (der.length > MAX_CERTIFICATE_BYTES || !DerDepth.isShallow(der)) {
            throw new RefusedListException(ListRefusal.UNKNOWN_ISSUER, "a certificate of " + der.length + " bytes");
        }
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            if (!Arrays.equals(certificate.getEncoded(), der)) {
                throw new RefusedListException(ListRefusal.UNKNOWN_ISSUER, "more than a certificate");
            }
            return certificate;
        } catch (GeneralSecurityException e) {
            throw new RefusedListException(ListRefusal.UNKNOWN_ISSUER, "a certificate that does not parse");
        }
    }
}
