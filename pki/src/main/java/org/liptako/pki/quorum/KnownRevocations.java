package org.liptako.pki.quorum;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.liptako.pki.revocation.RevocationList;
import org.liptako.pki.revocation.RevocationLists;

/**
 * What the lists at hand say of a signer as of the time of signing, however old or new the lists are.
 *
 * <p>A validator asks for lists that are current at the time it judges; for a signature of last month nobody may have
 * them any more. A later list still tells who was revoked by then, and a stale one is better than none. For one
 * verification; not thread-safe.
 */
final class KnownRevocations {
    private final RevocationLists lists;

    KnownRevocations(RevocationLists lists) {
        this.lists = lists;
    }

    /**
     * Refuses a path of which a certificate was revoked at that time.
     *
     * @param path from the leaf to the root
     */
    void requireNone(List<X509Certificate> path, Instant at) throws DiscountedException {
        for (int i = 0; i + 1 < path.size(); i++) {
            for (X509CRL list : issuedBy(path.get(i + 1))) {
                X509CRLEntry entry = list.getRevokedCertificate(path.get(i).getSerialNumber());
                if (entry != null && !since(entry).isAfter(at)) {
                    throw new DiscountedException(
                            SignatureFault.REVOKED, (i == 0 ? "signer" : "CA") + " revoked since " + since(entry));
                }
            }
        }
    }

    private List<X509CRL> issuedBy(X509Certificate authority) throws DiscountedException {
        List<X509CRL> issued = new ArrayList<>();
        try {
            JcaX509CertificateHolder issuer = new JcaX509CertificateHolder(authority);
            for (RevocationList list : lists.lists()) {
                if (list.issuer().equals(issuer.getSubject())) {
                    X509CRL crl = (X509CRL)
                            CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list.der()));
                    if (isSignedBy(crl, authority)) {
                        issued.add(crl);
                    }
                }
            }
        } catch (GeneralSecurityException e) {
            throw new DiscountedException(SignatureFault.REVOKED, "a revocation list that cannot be read");
        }
        return issued;
    }

    private static boolean isSignedBy(X509CRL list, X509Certificate authority) {
        try {
            list.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            // Another CA's of the same name, or forged: it says nothing here.
            return false;
        }
    }

    /** When the key stopped being its owner's alone (RFC 5280 section 5.3.2), if the list tells, else when it was revoked. */
    private static Instant since(X509CRLEntry entry) {
        Instant revoked = entry.getRevocationDate().toInstant();
        byte[] extension = entry.getExtensionValue(Extension.invalidityDate.getId());
        if (extension == null) {
            return revoked;
        }
        try {
            Instant invalid = ASN1GeneralizedTime.getInstance(
                            ASN1OctetString.getInstance(extension).getOctets())
                    .getDate()
                    .toInstant();
            return invalid.isBefore(revoked) ? invalid : revoked;
        } catch (ParseException | RuntimeException e) {
            return Instant.MIN;
        }
    }
}
