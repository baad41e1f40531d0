package org.liptako.node.console;

import java.util.List;

/**
 * What the rules say of what was asked, and whether it may be asked for in earnest.
 *
 * @param obstacle why nothing is granted whatever the rules say; empty if nothing stands against it
 * @param bound of when it is, by which rules, and that it binds nobody
 * @param next what the reader can do now
 * @param before the last request that was made for the same; at most one
 * @param fields what the request sends along: the question, and the name of the request, so that it is the same when sent twice; empty if none may be sent from here
 */
public record PlacingAdvice(
        DecisionView decision,
        String obstacle,
        String bound,
        String next,
        List<RequestRow> before,
        List<FieldValue> fields) {

    public PlacingAdvice {
        before = List.copyOf(before);
        fields = List.copyOf(fields);
    }

    /** Whether the request may be sent from here. */
    public boolean offered() {
        return !fields.isEmpty();
    }
}
