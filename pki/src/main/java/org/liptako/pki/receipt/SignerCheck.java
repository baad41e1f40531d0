package org.liptako.pki.receipt;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.liptako.pki.algorithm.VerifyingKey;
import org.liptako.pki.revocation.CertificateStatus;
import org.liptako.pki.revocation.ListSigners;
import org.liptako.pki.revocation.RevocationList;
import org.liptako.pki.revocation.StatusQuestion;
import org.liptako.pki.trust.AuthorityStatus;
import org.liptako.pki.trust.HeldList;
import org.liptako.pki.trust.ListShelf;
import org.liptako.pki.trust.TrustState;

/**
 * Refuses a receipt in which somebody signed whose certificate, or a CA's above it, was revoked by then (RFC 5280 section 6.3, as of the time of signing): what was
 * signed before a revocation stays good, unless the key was compromised. Who is shown good, and who is not, is told apart.
 */
final class SignerCheck {
    /** Root, State CA, CA for machines or people, leaf; a cross-certificate more. */
    private static final int MOST_DEPTH = 5;

    private final ListShelf shelf;
    private final List<X509Certificate> roots;
    private final List<X509Certificate> authorities;

    SignerCheck(ListShelf shelf, TrustState trust) {
        this.shelf = shelf;
        this.roots = trust.anchors().roots();
        this.authorities = new ArrayList<>(roots);
        trust.revocations().authorities().stream()
                .map(AuthorityStatus::certificate)
                .forEach(authorities::add);
        shelf.held().stream().map(SignerCheck::issuer).forEach(authorities::add);
    }

    SignerStandings check(List<Signer> signers) throws ReceiptException {
        Set<Words> shown = new LinkedHashSet<>();
        Set<Words> unknown = new LinkedHashSet<>();
        for (Signer signer : signers) {
            switch (status(signer)) {
                case CertificateStatus.Good ignored -> shown.add(signer.name());
                case CertificateStatus.Unknown ignored -> unknown.add(signer.name());
                case CertificateStatus.Revoked revoked -> {
                    if (!signer.inQuorum() || !revoked.since().isAfter(signer.at())) {
                        throw refused(signer, revoked);
                    }
                    shown.add(signer.name());
                }
            }
        }
        // Of several people under one name nobody is shown good before all are.
        shown.removeAll(unknown);
        List<Instant> times =
                shelf.held().stream().map(held -> held.list().thisUpdate()).toList();
        return new SignerStandings(List.copyOf(shown), List.copyOf(unknown), times);
    }

    /** Revoked if anything on the way to the root is; good only if all of it is shown to be. */
    private CertificateStatus status(Signer signer) {
        CertificateStatus all = new CertificateStatus.Good();
        X509Certificate certificate = signer.certificate();
        for (int depth = 0; !roots.contains(certificate); depth++) {
            Optional<X509Certificate> above = issuerOf(certificate);
            if (above.isEmpty() || depth == MOST_DEPTH) {
                return new CertificateStatus.Unknown("its CA is not known here");
            }
            CertificateStatus own = status(certificate, above.get(), signer.at());
            if (own instanceof CertificateStatus.Revoked) {
                return own;
            }
            all = all instanceof CertificateStatus.Good ? own : all;
            certificate = above.get();
        }
        return all;
    }

    private CertificateStatus status(X509Certificate certificate, X509Certificate authority, Instant at) {
        return key(authority)
                .map(key -> shelf.lists().statusOf(question(certificate, at), new OneSigner(key)))
                .orElseGet(() -> new CertificateStatus.Unknown("its CA's key is of no known kind"));
    }

    private static StatusQuestion question(X509Certificate certificate, Instant at) {
        var extensions = Certificate.getInstance(encoded(certificate))
                .getTBSCertificate()
                .getExtensions();
        return new StatusQuestion(
                X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded()),
                certificate.getSerialNumber(),
                certificate.getBasicConstraints() >= 0,
                Optional.ofNullable(extensions).map(CRLDistPoint::fromExtensions),
                at,
                true);
    }

    private Optional<X509Certificate> issuerOf(X509Certificate certificate) {
        return authorities.stream()
                .filter(authority -> authority.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(authority ->
                        key(authority).filter(key -> key.hasSigned(certificate)).isPresent())
                .findFirst();
    }

    private static Optional<VerifyingKey> key(X509Certificate authority) {
        return VerifyingKey.of(
                SubjectPublicKeyInfo.getInstance(authority.getPublicKey().getEncoded()));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new IllegalStateException("A certificate that was read cannot be written.", e);
        }
    }

    private static X509Certificate issuer(HeldList held) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(held.published().issuer()));
        } catch (CertificateException e) {
            throw new IllegalStateException("A list was accepted by a certificate that does not parse.", e);
        }
    }

    private static ReceiptException refused(Signer signer, CertificateStatus.Revoked revoked) {
        return ReceiptException.refused(
                signer.field(),
                "Signataire révoqué (motif " + revoked.reason() + ") depuis le " + revoked.since() + " : "
                        + signer.name().fr() + ", qui a signé le " + signer.at() + ".",
                "Signer revoked (reason " + revoked.reason() + ") since " + revoked.since() + ": "
                        + signer.name().en() + ", who signed at " + signer.at() + ".");
    }

    /** Only the CA above a certificate says whether it is revoked. */
    private record OneSigner(VerifyingKey key) implements ListSigners {
        @Override
        public Optional<VerifyingKey> signerOf(RevocationList list) {
            return Optional.of(key).filter(list::isSignedBy);
        }

        @Override
        public boolean isSignedBy(RevocationList delta, VerifyingKey signer) {
            return delta.isSignedBy(signer);
        }
    }
}
