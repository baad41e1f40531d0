package org.liptako.pki.revocation;

import java.util.EnumSet;
import java.util.Set;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.jspecify.annotations.Nullable;

/** The reasons that lists can be divided by (RFC 5280 section 4.2.1.13, ReasonFlags), in the order of their bits. */
enum RevocationReason {
    KEY_COMPROMISE,
    CA_COMPROMISE,
    AFFILIATION_CHANGED,
    SUPERSEDED,
    CESSATION_OF_OPERATION,
    CERTIFICATE_HOLD,
    PRIVILEGE_WITHDRAWN,
    AA_COMPROMISE;

    static final Set<RevocationReason> ALL = Set.of(values());

    /** Those that are flagged; all if nothing is said. */
    static Set<RevocationReason> of(@Nullable ReasonFlags flags) {
        if (flags == null) {
            return ALL;
        }
        byte[] octets = flags.getBytes();
        Set<RevocationReason> flagged = EnumSet.noneOf(RevocationReason.class);
        for (RevocationReason reason : values()) {
            // Bit 0 is not used.
            int bit = reason.ordinal() + 1;
            if (bit / Byte.SIZE < octets.length && (octets[bit / Byte.SIZE] & 0x80 >> bit % Byte.SIZE) != 0) {
                flagged.add(reason);
            }
        }
        return flagged;
    }
}
