package org.liptako.node.cli.pki;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.profile.KeyKind;

/** A key made here, which never leaves, and the certificate that a node gave for it. */
final class NewCertificate {
    private final KeyPair key = new CertificateIssuer(Clock.systemUTC(), new SecureRandom()).newKey(KeyKind.P256);

    KeyPair key() {
        return key;
    }

    /** Joins the two; refuses a certificate of another key. */
    Credential with(List<ByteString> chain) {
        try {
            List<X509Certificate> certificates = new ArrayList<>();
            for (ByteString der : chain) {
                certificates.add((X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der.toByteArray())));
            }
            if (!certificates.isEmpty()
                    && certificates.getFirst().getPublicKey().equals(key.getPublic())) {
                return new Credential(key.getPrivate(), certificates);
            }
        } catch (CertificateException malformed) {
            throw answeredAnotherKey(malformed);
        }
        throw answeredAnotherKey(null);
    }

    private static CommandFailure answeredAnotherKey(@Nullable Throwable cause) {
        CommandFailure failure = CommandFailure.badInput(
                "Le nœud n'a pas répondu par un certificat de la clé demandée ; rien n'est écrit.",
                "The node did not answer with a certificate of the key asked for; nothing is written.");
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }
}
