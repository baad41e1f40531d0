package org.liptako.pki;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The one instance of Bouncy Castle that this module passes by hand.
 *
 * <p>It is never registered with the JVM: what other libraries of the process do must not change because this one is
 * on the class path, nor the other way round.
 */
public final class CryptoProvider {
    public static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private CryptoProvider() {}
}
