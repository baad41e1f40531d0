package org.liptako.node.placement.impact;

import java.util.List;
import org.liptako.node.placement.PendingRequests.Pending;
import org.liptako.policy.decision.Verdict;

/** A request that waits, and would be decided otherwise. */
public record AffectedRequest(Pending request, Verdict was, Verdict will, List<Ground> grounds) {
    public AffectedRequest {
        grounds = List.copyOf(grounds);
    }
}
