package org.liptako.pki.profile;

import java.util.Optional;

/**
 * Why a certificate is believed no longer (RFC 5280 section 5.3.1).
 *
 * <p>There is no {@code certificateHold}: whoever was let go and comes back gets a new certificate, so that nothing
 * which was refused is ever accepted again.
 */
public enum RevocationReason {
    UNSPECIFIED(0),
    KEY_COMPROMISE(1),
    CA_COMPROMISE(2),
    AFFILIATION_CHANGED(3),
    SUPERSEDED(4),
    CESSATION_OF_OPERATION(5),
    PRIVILEGE_WITHDRAWN(9);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    /** The CRLReason value. */
    public int code() {
        return code;
    }

    /** Whether what the key signed before is in doubt too. */
    public boolean isCompromise() {
        return this == KEY_COMPROMISE || this == CA_COMPROMISE;
    }

    /** The reason with that CRLReason value; empty for values that no list of ours holds. */
    public static Optional<RevocationReason> ofCode(int code) {
        for (RevocationReason reason : values()) {
            if (reason.code == code) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
