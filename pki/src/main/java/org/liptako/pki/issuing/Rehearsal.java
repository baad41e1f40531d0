package org.liptako.pki.issuing;

import java.io.IOException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.liptako.pki.lint.LintRule;
import org.liptako.pki.lint.Linter;
import org.liptako.pki.profile.KeyKind;

/**
 * Signs with a throw-away key first, lints what came of it, and only then uses the real key on the same bytes.
 *
 * <p>What a CA has signed exists, whatever is done with it afterwards; so what may not exist is never signed.
 */
final class Rehearsal {
    private final Map<KeyKind, KeyPair> throwAway = new EnumMap<>(KeyKind.class);

    Rehearsal(SecureRandom random) {
        for (KeyKind kind : KeyKind.values()) {
            throwAway.put(kind, SigningKeys.generate(kind, random));
        }
    }

    X509CertificateHolder sign(X509v3CertificateBuilder builder, PrivateKey key, PublicKey publicKey)
            throws OperatorCreationException {
        KeyPair other = throwAwayLike(publicKey);
        X509CertificateHolder rehearsed = builder.build(SigningKeys.signer(other.getPrivate(), other.getPublic()));
        requireNone(
                Linter.findings(rehearsed),
                "Le certificat de " + rehearsed.getSubject() + " n'a pas été signé : il enfreint ",
                "The certificate for " + rehearsed.getSubject() + " was not signed: it breaks ");
        X509CertificateHolder signed = builder.build(SigningKeys.signer(key, publicKey));
        requireSame(
                rehearsed.toASN1Structure().getTBSCertificate(),
                signed.toASN1Structure().getTBSCertificate());
        return signed;
    }

    X509CRLHolder sign(X509v2CRLBuilder builder, PrivateKey key, PublicKey publicKey) throws OperatorCreationException {
        KeyPair other = throwAwayLike(publicKey);
        X509CRLHolder rehearsed = builder.build(SigningKeys.signer(other.getPrivate(), other.getPublic()));
        requireNone(
                Linter.findings(rehearsed),
                "La liste de révocation de " + rehearsed.getIssuer() + " n'a pas été signée : elle enfreint ",
                "The revocation list of " + rehearsed.getIssuer() + " was not signed: it breaks ");
        X509CRLHolder signed = builder.build(SigningKeys.signer(key, publicKey));
        requireSame(
                rehearsed.toASN1Structure().getTBSCertList(),
                signed.toASN1Structure().getTBSCertList());
        return signed;
    }

    private KeyPair throwAwayLike(PublicKey publicKey) {
        KeyPair pair = throwAway.get(SigningKeys.kindOf(publicKey));
        if (pair == null) {
            throw new IllegalStateException("Every kind of key has its throw-away key.");
        }
        return pair;
    }

    private static void requireNone(List<LintRule> findings, String french, String english) {
        if (!findings.isEmpty()) {
            String rules = findings.stream()
                    .map(rule -> rule.name() + " (" + rule.source() + ")")
                    .collect(Collectors.joining(", "));
            throw new IssuingException(
                    french + rules + ". Corrigez ce qui est demandé.", english + rules + ". Mend what is asked for.");
        }
    }

    private static void requireSame(ASN1Object rehearsed, ASN1Object signed) {
        try {
            if (!Arrays.equals(rehearsed.getEncoded(), signed.getEncoded())) {
                throw new IllegalStateException("What was signed is not what was linted.");
            }
        } catch (IOException e) {
            throw new IllegalStateException("What was signed cannot be encoded.", e);
        }
    }
}
