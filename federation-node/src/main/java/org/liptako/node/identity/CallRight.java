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
import org.liptako.pki.name.State;

/**
 * Who may make one call.
 *
 * @param roles the roles that may; keys that only sign or decrypt never call
 * @param reach of which States, or whether even without a certificate
 */
public record CallRight(Set<Role> roles, Reach reach) {

    /** How far from the node a caller may stand. */
    public enum Reach {
        /** The node's own State. */
        OWN_STATE,
        /** The three States. */
        ANY_STATE,
        /** Whoever connects: for signed public documents, and for those who come to be given a certificate. */
        ANYONE
    }

    public CallRight {
        roles = Set.copyOf(roles);
    }

    /** Every person and every node of the three States. */
    static CallRight everyone() {
        return ofAnyState(NODE, SYSTEM, OPERATOR, OFFICER, REGULATOR, ADMINISTRATOR);
    }

    /** Those, and whoever has no valid certificate. */
    static CallRight anyone() {
        return new CallRight(everyone().roles(), Reach.ANYONE);
    }

    static CallRight ofAnyState(Role first, Role... more) {
        return new CallRight(EnumSet.of(first, more), Reach.ANY_STATE);
    }

    static CallRight ofOwnState(Role first, Role... more) {
        return new CallRight(EnumSet.of(first, more), Reach.OWN_STATE);
    }

    /** Whether somebody may make the call, of a node of that State. */
    public boolean admits(Caller caller, State own) {
        return roles.contains(caller.role()) && (!ownStateOnly() || caller.state() == own);
    }

    /** Whether callers of other States are refused. */
    public boolean ownStateOnly() {
        return reach == Reach.OWN_STATE;
    }

    /** Whether it needs no certificate. */
    boolean isOpenToAnyone() {
        return reach == Reach.ANYONE;
    }

    /** The roles, for a message: in the order in which they are declared. */
    String rolesInWords() {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(", "));
    }
}
