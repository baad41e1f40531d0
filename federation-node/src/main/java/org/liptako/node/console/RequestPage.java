package org.liptako.node.console;

import java.util.List;

/**
 * One request for a placement, in one language.
 *
 * @param again that it was made already when it was just asked for; empty otherwise
 * @param reason why it stands so
 * @param terms what was asked, each with its name
 * @param decision one as soon as somebody has judged
 * @param grant its serial; empty as long as nothing is granted
 * @param transfer where the copy is seen to come; empty where it does not come to this node
 */
public record RequestPage(
        String asOf,
        String again,
        RequestRow request,
        String reason,
        List<FieldValue> terms,
        List<DecisionView> decision,
        String grant,
        String expires,
        String transfer) {

    public RequestPage {
        terms = List.copyOf(terms);
        decision = List.copyOf(decision);
    }
}
