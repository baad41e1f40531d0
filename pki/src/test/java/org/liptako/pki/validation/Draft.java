package org.liptako.pki.validation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.CryptoProvider;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.profile.CertificateProfile;
import org.liptako.pki.profile.KeyKind;

/** A certificate that begins as its profile says and may then be bent in any way: what a hostile CA can sign. */
final class Draft {
    private X500Name subject;
    private Instant notBefore = Region.NOW.minusSeconds(60);
    private Instant notAfter;
    private String signatureAlgorithm = "SHA256withECDSA";
    private @Nullable KeyPair key;
    private @Nullable SubjectPublicKeyInfo publicKey;
    private @Nullable ContentSigner forged;
    private final Map<ASN1ObjectIdentifier, Extension> extensions = new LinkedHashMap<>();

    private BigInteger serial = new BigInteger(128, new SecureRandom()).setBit(1);

    private Draft(X500Name subject, Instant notAfter) {
        this.subject = subject;
        this.notAfter = notAfter;
    }

    private Draft(CertificateProfile profile) {
        this.subject = profile.subject();
        this.notAfter = notBefore.plus(profile.life());
        profile.extensions().forEach(extension -> extensions.put(extension.getExtnId(), extension));
        if (profile.keyKind() == KeyKind.ED25519) {
            this.key = newKey("Ed25519", 255);
        }
    }

    static Draft of(CertificateProfile profile) {
        return new Draft(profile);
    }

    /** A certificate of no profile: a year's life, and no extension. */
    static Draft named(String subject) {
        return new Draft(new X500Name(subject), Region.NOW.plusSeconds(365 * 86_400L));
    }

    static KeyPair newKey(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    Draft subject(String name) {
        subject = new X500Name(name);
        return this;
    }

    /** As it is spelled, in whatever string types. */
    Draft subject(X500Name name) {
        subject = name;
        return this;
    }

    Draft names(GeneralName... names) {
        return with(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }

    /** As it is encoded, well or not. */
    Draft with(Extension extension) {
        extensions.put(extension.getExtnId(), extension);
        return this;
    }

    Draft with(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            extensions.put(type, Extension.create(type, critical, value));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Draft without(ASN1ObjectIdentifier type) {
        extensions.remove(type);
        return this;
    }

    Draft valid(Instant from, Instant to) {
        notBefore = from;
        notAfter = to;
        return this;
    }

    Draft serial(long number) {
        serial = BigInteger.valueOf(number);
        return this;
    }

    Draft key(KeyPair pair) {
        key = pair;
        return this;
    }

    /** Another encoding of the public key. */
    Draft publicKey(SubjectPublicKeyInfo info) {
        publicKey = info;
        return this;
    }

    /** The algorithm that the issuer signs with. */
    Draft signedWith(String algorithm) {
        signatureAlgorithm = algorithm;
        return this;
    }

    /** Bytes that only look like a signature of this kind. */
    Draft signedWith(AlgorithmIdentifier algorithm, byte[] signature) {
        forged = new ContentSigner() {
            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return algorithm;
            }

            @Override
            public OutputStream getOutputStream() {
                return OutputStream.nullOutputStream();
            }

            @Override
            public byte[] getSignature() {
                return signature.clone();
            }
        };
        return this;
    }

    /** A root: signed by its own key. */
    Credential selfSigned() {
        return new Credential(key().getPrivate(), List.of(build(subject, key().getPrivate())));
    }

    Credential issuedBy(Credential issuer) {
        X500Name name = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        List<X509Certificate> chain = new ArrayList<>(List.of(build(name, issuer.key())));
        // The root alone has a chain of one, and no chain shows its root.
        chain.addAll(issuer.chain().size() == 1 && isSelfIssued(issuer) ? List.of() : issuer.chain());
        return new Credential(key().getPrivate(), chain);
    }

    private KeyPair key() {
        KeyPair chosen = key == null ? newKey("EC", 256) : key;
        key = chosen;
        return chosen;
    }

    private static boolean isSelfIssued(Credential issuer) {
        return issuer.certificate()
                .getSubjectX500Principal()
                .equals(issuer.certificate().getIssuerX500Principal());
    }

    private X509Certificate build(X500Name issuerName, PrivateKey issuerKey) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    issuerName,
                    serial,
                    Date.from(notBefore),
                    Date.from(notAfter),
                    subject,
                    publicKey != null
                            ? publicKey
                            : SubjectPublicKeyInfo.getInstance(key().getPublic().getEncoded()));
            for (Extension extension : extensions.values()) {
                builder.addExtension(extension);
            }
            return new JcaX509CertificateConverter()
                    .setProvider(CryptoProvider.BOUNCY_CASTLE)
                    .getCertificate(builder.build(
                            forged != null
                                    ? forged
                                    : new JcaContentSignerBuilder(signatureAlgorithm).build(issuerKey)));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }
}
