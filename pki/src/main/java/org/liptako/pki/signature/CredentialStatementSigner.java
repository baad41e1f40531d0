package org.liptako.pki.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.liptako.pki.issuing.Credential;

/**
 * Signs with a party's credential, by ECDSA on P-256 with SHA-256 (FIPS 186-5).
 *
 * <p>The key may sit in a token: it is used through the JCA and never read.
 */
public final class CredentialStatementSigner implements StatementSigner {
    static final String ALGORITHM = "SHA256withECDSA";

    private final PrivateKey key;
    private final List<byte[]> chain;

    public CredentialStatementSigner(Credential credential) {
        this.key = credential.key();
        this.chain = encoded(credential.chain());
    }

    @Override
    public SignedStatement sign(String context, byte[] payload) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(SignedStatement.prefixOf(context));
            signature.update(payload);
            return new SignedStatement(context, payload, signature.sign(), chain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key cannot sign a statement: it must be on P-256, and its token present.", e);
        }
    }

    private static List<byte[]> encoded(List<X509Certificate> certificates) {
        List<byte[]> encoded = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            try {
                encoded.add(certificate.getEncoded());
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("A certificate of the signer cannot be encoded.", e);
            }
        }
        return encoded;
    }
}
