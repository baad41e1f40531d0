package org.liptako.node.identity;

import static org.liptako.pki.name.Role.ADMINISTRATOR;
import static org.liptako.pki.name.Role.NODE;
import static org.liptako.pki.name.Role.OFFICER;
import static org.liptako.pki.name.Role.OPERATOR;
import static org.liptako.pki.name.Role.REGULATOR;
import static org.liptako.pki.name.Role.SYSTEM;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.liptako.pki.name.Role;

/**
 * Who may make one call.
 *
 * @param roles the roles that may; keys that only sign or decrypt never call
 * @param ownStateOnly whether callers of other States are refused
 */
public record CallRight(Set<Role> roles, boolean ownStateOnly) {

    public CallRight {
        roles = Set.copyOf(roles);
    }

    /** Every person and every node of the three States. */
    static CallRight everyone() {
        return ofAnyState(NODE, SYSTEM, OPERATOR, OFFICER, REGULATOR, ADMINISTRATOR);
    }

    static CallRight ofAnyState(Role first, Role... more) {
        return new CallRight(EnumSet.of(first, more), false);
    }

    static CallRight ofOwnState(Role first, Role... more) {
        return new CallRight(EnumSet.of(first, more), true);
    }

    /** The roles, for a message: in the order in which they are declared. */
    String rolesInWords() {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(", "));
    }
}
