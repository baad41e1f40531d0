package org.liptako.pki.issuing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A private key that stays in its token: it signs there, and has no encoding.
 *
 * <p>It keeps its provider with it, since providers of tokens are not registered with the JVM.
 */
public final class TokenKey implements PrivateKey {
    private static final long serialVersionUID = 1L;

    private final transient PrivateKey handle;
    private final transient Provider provider;

    TokenKey(PrivateKey handle, Provider provider) {
        this.handle = handle;
        this.provider = provider;
    }

    /**
     * Signs in the token.
     *
     * @param algorithm as Java names it, such as SHA256withECDSA
     * @throws GeneralSecurityException if the token does not do it
     */
    public byte[] sign(String algorithm, byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm, provider);
        signature.initSign(handle);
        signature.update(content);
        return signature.sign();
    }

    PrivateKey handle() {
        return handle;
    }

    Provider provider() {
        return provider;
    }

    @Override
    public String getAlgorithm() {
        return handle.getAlgorithm();
    }

    @Override
    @Nullable
    public String getFormat() {
        return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
        return null;
    }
}
