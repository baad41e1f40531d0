package org.liptako.pki.revocation;

import java.util.EnumSet;
import java.util.Set;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.jspecify.annotations.Nullable;

/** The reasons that lists can be divided by (RFC 5280 section 4.2.1.13, ReasonFlags). */
enum RevocationReason {
    KEY_COMPROMISE(1),
    CA_COMPROMISE(2),
    AFFILIATION_CHANGED(3),
    SUPERSEDED(4),
    CESSATION_OF_OPERATION(5),
    CERTIFICATE_HOLD(6),
    PRIVILEGE_WITHDRAWN(7),
    AA_COMPROMISE(8);

    static final Set<RevocationReason> ALL = Set.of(values());

    /** Bit 0 is not used. */
    private final int bit;

    RevocationReason(int bit) {
        this.bit = bit;
    }

    /** Those that are flagged; all if nothing is said. */
    static Set<RevocationReason> of(@Nullable ReasonFlags flags) {
        if (flags == null) {
            return ALL;
        }
        byte[] octets = flags.getBytes();
        Set<RevocationReason> flagged = EnumSet.noneOf(RevocationReason.class);
        for (RevocationReason reason : values()) {
            if (reason.isIn(octets)) {
                flagged.add(reason);
            }
        }
        return flagged;
    }

    private boolean isIn(byte[] flags) {
        return bit / Byte.SIZE < flags.length && (flags[bit / Byte.SIZE] & (0x80 >> (bit % Byte.SIZE))) != 0;
    }
}
