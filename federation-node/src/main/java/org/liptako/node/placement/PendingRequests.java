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
import org.liptako.policy.vocabulary.Vocabulary;

/** The binding requests of this State that are not settled, with the facts on which they would be judged. Thread-safe. */
public final class PendingRequests {
    private static final int MOST = 1_000;

    private final Jdbi jdbi;
    private final PlacementStore store;
    private final Knowledge knowledge;

    PendingRequests(Jdbi jdbi, PlacementStore store, Knowledge knowledge) {
        this.jdbi = jdbi;
        this.store = store;
        this.knowledge = knowledge;
    }

    /**
     * A request that is not settled.
     *
     * @param known here at the instant asked about; what only the host's node knows is not in it
     */
    public record Pending(RequestId request, PlacementTerms terms, PlacementState state, Known known, Instant at) {
        /** The facts in the words of the rules that will judge. */
        public Facts facts(Vocabulary words) {
            return PlacementFacts.in(words).known(terms, known, at);
        }
    }

    /** Those that wait longest first, 1,000 at most; without those of a dataset or a place that is known no longer. */
    public List<Pending> at(Instant at) {
        List<Pending> pending = new ArrayList<>();
        for (Placement placement : jdbi.withHandle(handle -> store.unsettled(handle, MOST))) {
            PlacementTerms terms = placement.terms();
            try {
                Known known = knowledge.of(terms.dataset(), terms.targetSite(), terms.operation(), at);
                pending.add(new Pending(placement.request(), terms, placement.state(), known, at));
            } catch (Failure gone) {
                if (gone.code() != ErrorCode.NOT_KNOWN) {
                    throw gone;
                }
            }
        }
        return pending;
    }
}
