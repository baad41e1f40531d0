package org.liptako.node.placement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.policy.facts.Facts;

/** The binding requests of this State that are not settled, with the facts on which they would be judged. Thread-safe. */
public final class PendingRequests {
    private static final int MOST = 1_000;

    private final Jdbi jdbi;
    private final PlacementStore store;
    private final Knowledge knowledge;
    private final PlacementFacts facts;

    PendingRequests(Jdbi jdbi, PlacementStore store, Knowledge knowledge, PlacementFacts facts) {
        this.jdbi = jdbi;
        this.store = store;
        this.knowledge = knowledge;
        this.facts = facts;
    }

    /**
     * A request that is not settled.
     *
     * @param facts as known here at the instant asked about; what only the host's node knows is not in them
     */
    public record Pending(RequestId request, PlacementTerms terms, PlacementState state, Facts facts) {}

    /** Those that wait longest first, 1,000 at most; without those of a dataset or a place that is known no longer. */
    public List<Pending> at(Instant at) {
        List<Pending> pending = new ArrayList<>();
        for (Placement placement : jdbi.withHandle(handle -> store.unsettled(handle, MOST))) {
            PlacementTerms terms = placement.terms();
            try {
                Known known = knowledge.of(terms.dataset(), terms.targetSite(), terms.operation(), at);
                pending.add(new Pending(placement.request(), terms, placement.state(), facts.known(terms, known, at)));
            } catch (Failure gone) {
                if (gone.code() != ErrorCode.NOT_KNOWN) {
                    throw gone;
                }
            }
        }
        return pending;
    }
}
