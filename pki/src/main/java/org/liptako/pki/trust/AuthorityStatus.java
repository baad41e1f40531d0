package org.liptako.pki.trust;

import java.security.cert.X509Certificate;
import org.liptako.pki.name.State;

/**
 * A State CA and whether it is believed.
 *
 * @param state the State whose CA it is
 * @param certificate as the root signed it
 */
public record AuthorityStatus(State state, X509Certificate certificate, Standing standing) {
    /** Whether it is believed. */
    public boolean isGood() {
        return standing instanceof Standing.Good;
    }
}
