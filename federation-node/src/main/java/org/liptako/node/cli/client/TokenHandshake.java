package org.liptako.node.cli.client;

import io.netty.handler.ssl.OpenSslPrivateKeyMethod;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.net.ssl.SSLEngine;
import org.liptako.pki.issuing.TokenKey;

/** Signs what a TLS handshake asks the caller to sign, in the token that has the caller's key. */
record TokenHandshake(TokenKey key) implements OpenSslPrivateKeyMethod {
    @Override
    public byte[] sign(SSLEngine engine, int algorithm, byte[] input) throws GeneralSecurityException {
        return key.sign(named(algorithm), input);
    }

    private static String named(int algorithm) throws InvalidKeyException {
        if (algorithm == SSL_SIGN_ECDSA_SECP256R1_SHA256) {
            return "SHA256withECDSA";
        }
        if (algorithm == SSL_SIGN_ECDSA_SECP384R1_SHA384) {
            return "SHA384withECDSA";
        }
        throw new InvalidKeyException("Keys in tokens are on P-256 or P-384.");
    }

    /** TLS 1.3 decrypts nothing with the key of a certificate (RFC 8446). */
    @Override
    public byte[] decrypt(SSLEngine engine, byte[] input) {
        throw new UnsupportedOperationException("TLS 1.3 decrypts nothing with a certificate's key.");
    }
}
