package org.liptako.pki.issuing;

import java.security.PrivateKey;
import java.security.Provider;
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
