package org.liptako.node.placement;

import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/**
 * Believes an acceptance only if the host's node signed it, and of this very grant.
 *
 * <p>A host that accepted and was not heard repeats what it said then, perhaps days later, under a certificate that has ended since: its word is judged by the trust of its
 * own time. It names the grant, so that it cannot have been said before the grant was made: a host that was revoked before that gains nothing by another date, one whose
 * key was compromised none by any, and the answer comes over a connection to a node that is believed today.
 */
final class AcceptanceReader {
    private final Statements statements;
    private final PlacementAlarms alarms;

    AcceptanceReader(Statements statements, PlacementAlarms alarms) {
        this.statements = statements;
        this.alarms = alarms;
    }

    boolean believes(SignedStatement said, State host, SignedStatement grant) {
        try {
            AcceptanceStatement acceptance = statements.openKept(
                    said, AcceptanceStatement.CONTEXT, host, AcceptanceStatement.class, AcceptanceStatement::at);
            if (acceptance.host() != host || !acceptance.grant().equals(Statements.digest(grant))) {
                throw new RefusedStatementException("Elle accepte autre chose.", "It accepts something else.");
            }
            mustBeOfItsTime(acceptance, Statements.read(grant, GrantStatement.class));
            return true;
        } catch (RefusedStatementException e) {
            alarms.raise(RefusalReason.STATEMENT_INVALID.name(), host, Reasons.statement(host, e.words()));
            return false;
        }
    }

    private static void mustBeOfItsTime(AcceptanceStatement acceptance, GrantStatement grant) {
        if (acceptance.at().isBefore(grant.home().at().minus(GrantTerm.CLOCKS))
                || !acceptance.at().isBefore(grant.expires())) {
            throw new RefusedStatementException(
                    "Elle est datée d'avant l'autorisation qu'elle accepte, ou d'après son terme.",
                    "It is dated before the grant that it accepts, or after its end.");
        }
    }
}
