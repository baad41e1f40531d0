package org.liptako.node.placement;

import java.time.Instant;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;

/**
 * What a binding judgement is about: the same for home and host.
 *
 * @param at the instant judged, home's
 */
record Question(RequestId request, PlacementTerms terms, Parties parties, Instant at) {

    /** The question that a statement speaks to. */
    static Question of(JudgementStatement statement, Parties parties) {
        return new Question(statement.request(), statement.terms(), parties, statement.at());
    }
}
