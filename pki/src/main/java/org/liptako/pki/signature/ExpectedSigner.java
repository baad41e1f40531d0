package org.liptako.pki.signature;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/**
 * Who may have made a statement.
 *
 * @param roles the roles that may make it
 * @param state the State that must vouch for the signer; null for any of the three
 */
public record ExpectedSigner(Set<Role> roles, @Nullable State state) {
    public ExpectedSigner {
        roles = Set.copyOf(roles);
    }

    /** A node of that State. */
    public static ExpectedSigner nodeOf(State state) {
        return new ExpectedSigner(Set.of(Role.NODE), state);
    }

    void require(Party signer) {
        if (state != null && signer.state() != state) {
            throw new StatementException(StatementRefusal.OTHER_STATE, signer.state() + " instead of " + state);
        }
        if (!roles.contains(signer.role())) {
            throw new StatementException(
                    StatementRefusal.OTHER_ROLE, "role " + signer.role().segment());
        }
    }
}
