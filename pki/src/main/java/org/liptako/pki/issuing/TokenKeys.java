package org.liptako.pki.issuing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.liptako.pki.profile.KeyKind;

/**
 * Keys in a PKCS#11 token, through the JDK's SunPKCS11.
 *
 * <p>They are made in the token, sensitive and not extractable. The JDK finds a key again by a certificate beside it;
 * until there is a real one, that is a placeholder that the key signs for itself, of no CA and of no length of life.
 */
final class TokenKeys {
    private final Token token;
    private final Secret pin;

    TokenKeys(Token token, Secret pin) {
        this.token = token;
        this.pin = pin;
    }

    KeyPair generate(String label, KeyKind kind) {
        if (kind == KeyKind.ED25519) {
            throw new IssuingException(
                    "Java ne fait pas de clé Ed25519 dans un jeton : gardez la clé " + label
                            + " dans un fichier de mode 0600.",
                    "Java makes no Ed25519 keys in a token: keep the key " + label + " in a file of mode 0600.");
        }
        Provider provider = TokenSlot.provider(token);
        try {
            KeyStore store = TokenSlot.store(provider, pin);
            if (store.containsAlias(label)) {
                throw new IssuingException(
                        "Le jeton a déjà une clé " + label
                                + ", et aucune clé n'est écrasée : donnez une autre étiquette.",
                        "The token has a key " + label + " already; a key is never overwritten. Give another label.");
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec(kind.curve()));
            KeyPair pair = generator.generateKeyPair();
            TokenKey key = new TokenKey(pair.getPrivate(), provider);
            PublicKey publicKey = SigningKeys.portable(pair.getPublic());
            store.setKeyEntry(
                    label, pair.getPrivate(), new char[0], new X509Certificate[] {placeholder(label, publicKey, key)});
            return new KeyPair(publicKey, key);
        } catch (GeneralSecurityException | IOException | OperatorCreationException | ProviderException e) {
            throw failed(e);
        }
    }

    PrivateKey open(String label) {
        Provider provider = TokenSlot.provider(token);
        try {
            Key key = TokenSlot.store(provider, pin).getKey(label, new char[0]);
            if (key instanceof PrivateKey found) {
                return new TokenKey(found, provider);
            }
            throw new IssuingException(
                    "Le jeton n'a pas de clé " + label + " : vérifiez l'étiquette et le jeton.",
                    "The token has no key " + label + ": check the label and the token.");
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw failed(e);
        }
    }

    private static X509Certificate placeholder(String label, PublicKey publicKey, TokenKey key)
            throws GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, "Placeholder for key " + label)
                .build();
        Date epoch = Date.from(Instant.EPOCH);
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(name, BigInteger.ONE, epoch, epoch, name, publicKey)
                        .build(SigningKeys.signer(key, publicKey)));
    }

    private IssuingException failed(Exception cause) {
        return new IssuingException(
                "Le jeton du logement " + token.slotIndex() + " de " + token.library()
                        + " a refusé : est-il initialisé, et son code est-il juste ?",
                "The token in slot " + token.slotIndex() + " of " + token.library()
                        + " refused: is it initialised, and is the PIN right?",
                cause);
    }
}
