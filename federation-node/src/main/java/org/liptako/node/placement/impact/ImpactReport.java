package org.liptako.node.placement.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.policy.rules.RuleSet;

/**
 * What proposed rules would do.
 *
 * @param copies the copies that would be judged otherwise, by dataset and site; the first of them, if they are very many
 * @param counts how many there are in all
 * @param rate at which copies would be moved; empty if nobody has said, and nothing was measured
 * @param registryAt the instant of the registry that was read
 */
public record ImpactReport(
        ImpactQuestion question,
        RuleSet old,
        List<AffectedCopy> copies,
        List<AffectedRequest> requests,
        Counts counts,
        Optional<TransferRate> rate,
        Instant registryAt,
        Duration took) {

    public ImpactReport {
        copies = List.copyOf(copies);
        requests = List.copyOf(requests);
    }

    /**
     * How many.
     *
     * @param weighed copies, with those under way and those only granted
     * @param passedOver copies of which nothing can be judged
     * @param refusedBefore copies that the rules in force do not permit at the beginning
     * @param refusedAfter copies that the proposal does not permit at the beginning
     * @param transfersStopped of those under way, how many would lose their ground
     * @param grantsVoid of those only granted, how many would
     * @param linesLeftOff how many lines {@code copies} lacks
     */
    public record Counts(
            long weighed,
            long passedOver,
            long refusedBefore,
            long refusedAfter,
            long transfersStopped,
            long grantsVoid,
            long linesLeftOff,
            Tallies tallies) {}
}
