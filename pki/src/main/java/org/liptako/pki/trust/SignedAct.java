package org.liptako.pki.trust;

import org.liptako.pki.name.Role;

/** What people sign together, and the role that may. */
public enum SignedAct {
    /** The next trust state, and with it whatever is the root's. */
    TRUST_STATE(Role.ADMINISTRATOR),
    /** A State's rules. */
    STATE_RULES(Role.OFFICER),
    /** The rules of the Alliance. */
    COMMON_RULES(Role.OFFICER);

    private final Role role;

    SignedAct(Role role) {
        this.role = role;
    }

    /** The only role whose signatures count. */
    public Role role() {
        return role;
    }
}
