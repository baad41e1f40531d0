package org.liptako.pki.revocation;

import java.util.Optional;
import org.liptako.pki.algorithm.VerifyingKey;

/** Whoever asks knows which keys may sign lists: RFC 5280 section 6.3.3 f. */
public interface ListSigners {
    /**
     * The key that signed the list, if it is that of a certificate of the list's issuer that is itself valid and may sign
     * lists.
     */
    Optional<VerifyingKey> signerOf(RevocationList list);

    /** Whether {@code key}, which signed a complete list, signed this delta list too. */
    boolean isSignedBy(RevocationList delta, VerifyingKey key);
}
