package org.liptako.node.placement.impact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.policy.decision.Verdict;

/**
 * A copy, and a time for which proposed rules judge it otherwise than those in force.
 *
 * @param country that it lies in
 * @param operation that it is judged for
 * @param change what becomes of it, and why, as at the beginning of that time
 * @param until the first instant at which it is so no longer; empty if none is known
 */
public record AffectedCopy(
        ReplicaStatement statement,
        Dataset dataset,
        Country country,
        String operation,
        Change change,
        Instant from,
        Optional<Instant> until) {

    /**
     * What becomes of a copy, and why.
     *
     * @param missing the facts that are not known, dotted codes
     */
    public record Change(ImpactKind kind, Verdict was, Verdict will, List<Ground> grounds, List<String> missing) {
        public Change {
            grounds = List.copyOf(grounds);
            missing = List.copyOf(missing);
        }
    }
}
