package org.liptako.node.placement;

import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/** Believes an acceptance only if the host's node signed it, and of this very grant. */
final class AcceptanceReader {
    private final Statements statements;
    private final PlacementAlarms alarms;

    AcceptanceReader(Statements statements, PlacementAlarms alarms) {
        this.statements = statements;
        this.alarms = alarms;
    }

    boolean believes(SignedStatement said, State host, SignedStatement grant) {
        try {
            AcceptanceStatement acceptance =
                    statements.open(said, AcceptanceStatement.CONTEXT, host, AcceptanceStatement.class);
            if (acceptance.host() == host && acceptance.grant().equals(Statements.digest(grant))) {
                return true;
            }
            throw new RefusedStatementException("Elle accepte autre chose.", "It accepts something else.");
        } catch (RefusedStatementException e) {
            alarms.raise(RefusalReason.STATEMENT_INVALID.name(), host, Reasons.statement(host, e.words()));
            return false;
        }
    }
}
