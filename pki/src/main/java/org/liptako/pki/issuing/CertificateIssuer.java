package org.liptako.pki.issuing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.liptako.pki.profile.CertificateProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.RootProfile;

/**
 * Makes certificates from profiles.
 *
 * <p>Each is linted before its issuer's key is used. Serials are 128 random bits. Validity begins five minutes before the clock, so that a peer whose clock is a
 * little behind accepts a new certificate, and never ends after the issuer's. Thread-safe.
 */
public final class CertificateIssuer {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final int SERIAL_BITS = 128;

    private final Clock clock;
    private final SecureRandom random;
    private final Rehearsal rehearsal;

    public CertificateIssuer(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
        this.rehearsal = new Rehearsal(random);
    }

    /** When a certificate of ours was made; its validity begins a little earlier. */
    public static Instant issuedAt(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant().plus(CLOCK_SKEW);
    }

    /** A new key pair, in software. */
    public KeyPair newKey(KeyKind kind) {
        return SigningKeys.generate(kind, random);
    }

    /** A root: the certificate that signs itself. */
    public Credential root(RootProfile profile, KeyPair key) {
        Instant notBefore = notBefore();
        X509Certificate certificate = sign(
                profile,
                key.getPublic(),
                new Signatory(profile.subject(), key.getPublic(), key.getPrivate()),
                new Validity(notBefore, notBefore.plus(profile.life())));
        return new Credential(key.getPrivate(), List.of(certificate));
    }

    /**
     * Issues a certificate and joins it to its issuer's chain.
     *
     * @throws IssuingException if that issuer may not issue that profile, or the key is not of the profile's kind
     */
    public Credential issue(CertificateProfile profile, KeyPair key, Credential issuer) {
        return new Credential(key.getPrivate(), chainOf(issue(profile, key.getPublic(), issuer), issuer));
    }

    /**
     * Issues a certificate for a public key whose private half the caller has shown to be held.
     *
     * @throws IssuingException if that issuer may not issue that profile, or the key is not of the profile's kind
     */
    public X509Certificate issue(CertificateProfile profile, PublicKey key, Credential issuer) {
        IssuingRight.check(profile, issuer.certificate());
        return issueUnchecked(profile, key, issuer);
    }

    /** As {@link #issue}, by an issuer that does not ask itself whether it may: what a hostile CA does. */
    X509Certificate issueUnchecked(CertificateProfile profile, PublicKey key, Credential issuer) {
        X509Certificate issuing = issuer.certificate();
        Instant notBefore = notBefore();
        Instant end = notBefore.plus(profile.life());
        Instant issuerEnd = issuing.getNotAfter().toInstant();
        if (!notBefore.isBefore(issuerEnd)) {
            throw new IssuingException(
                    "L'émetteur " + issuing.getSubjectX500Principal() + " a expiré le " + issuerEnd
                            + " : renouvelez-le d'abord.",
                    "The issuer " + issuing.getSubjectX500Principal() + " expired on " + issuerEnd
                            + "; renew it first.");
        }
        Signatory signatory = new Signatory(
                X500Name.getInstance(issuing.getSubjectX500Principal().getEncoded()),
                issuing.getPublicKey(),
                issuer.key());
        return sign(profile, key, signatory, new Validity(notBefore, end.isBefore(issuerEnd) ? end : issuerEnd));
    }

    /** A chain without its root, which every party has or must not take from a stranger. */
    static List<X509Certificate> chainOf(X509Certificate certificate, Credential issuer) {
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        for (X509Certificate above : issuer.chain()) {
            if (!above.getSubjectX500Principal().equals(above.getIssuerX500Principal())) {
                chain.add(above);
            }
        }
        return chain;
    }

    private Instant notBefore() {
        return clock.instant().minus(CLOCK_SKEW).truncatedTo(ChronoUnit.SECONDS);
    }

    private X509Certificate sign(CertificateProfile profile, PublicKey key, Signatory signatory, Validity validity) {
        requireKind(profile, key);
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    signatory.name(),
                    serial(),
                    Date.from(validity.notBefore()),
                    Date.from(validity.notAfter()),
                    profile.subject(),
                    SubjectPublicKeyInfo.getInstance(key.getEncoded()));
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(signatory.publicKey()));
            for (Extension extension : profile.extensions()) {
                builder.addExtension(extension);
            }
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(rehearsal.sign(builder, signatory.key(), signatory.publicKey()));
            certificate.verify(signatory.publicKey());
            return certificate;
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IssuingException(
                    "Le certificat de " + profile.subject() + " n'a pu être signé par " + signatory.name()
                            + " : la clé est-elle celle du certificat de l'émetteur ?",
                    "The certificate for " + profile.subject() + " could not be signed by " + signatory.name()
                            + ": does the key belong to the issuer's certificate?",
                    e);
        }
    }

    /** RFC 5280 section 4.1.2.2: positive, at most 20 octets. */
    private BigInteger serial() {
        BigInteger serial = new BigInteger(SERIAL_BITS, random);
        return serial.signum() == 0 ? serial() : serial;
    }

    private static void requireKind(CertificateProfile profile, PublicKey key) {
        if (SigningKeys.kindOf(key) != profile.keyKind()) {
            throw new IssuingException(
                    "Le certificat de " + profile.subject() + " demande une clé sur "
                            + profile.keyKind().curve() + " : faites-en une.",
                    "The certificate for " + profile.subject() + " needs a key on "
                            + profile.keyKind().curve() + ": make one.");
        }
    }

    private record Signatory(X500Name name, PublicKey publicKey, PrivateKey key) {}

    private record Validity(Instant notBefore, Instant notAfter) {}
}
