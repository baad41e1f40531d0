package org.liptako.pki.trust;

import java.util.Arrays;
import java.util.Optional;
import org.liptako.pki.name.Role;

/** What people sign together, and the role that may. */
public enum SignedAct {
    /** The next trust state, and with it whatever is the root's. */
    TRUST_STATE("trust-state", Role.ADMINISTRATOR),
    /** A State's rules. */
    STATE_RULES("state-rules", Role.OFFICER),
    /** The rules of the Alliance. */
    COMMON_RULES("common-rules", Role.OFFICER);

    private final String code;
    private final Role role;

    SignedAct(String code, Role role) {
        this.code = code;
        this.role = role;
    }

    /** The word for it in a trust state. */
    public String code() {
        return code;
    }

    /** The act of that word. */
    public static Optional<SignedAct> ofCode(String code) {
        return Arrays.stream(values()).filter(act -> act.code.equals(code)).findFirst();
    }

    /** The only role whose signatures count. */
    public Role role() {
        return role;
    }
}
