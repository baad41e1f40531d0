package org.liptako.node.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementDecided;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementOffered;
import org.liptako.node.journal.event.PlacementRefused;
import org.liptako.node.placement.RefusedStatementException;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.signature.SignedStatement;

/**
 * Reads decisions in the order of their journal. A host's acceptance rests on the offer that it made before, so offers are remembered until they are accepted.
 * Not thread-safe.
 */
public final class DecisionReader {
    /** An offer is accepted within minutes; far fewer are open at any time. */
    private static final int MOST_OFFERS = 10_000;

    private static final int MOST_TOLD = 200;

    private final Map<Digest, Said> offers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, Said> eldest) {
            return size() > MOST_OFFERS;
        }
    };

    /**
     * Reads one entry.
     *
     * @param payload the payload of an entry, as journaled
     * @throws UnreadableDecisionException if it is no decision, or holds something that is none of its kind
     */
    public DecisionRecord read(String payload) throws UnreadableDecisionException {
        try {
            if (JournalJson.read(payload, JournalEvent.class) instanceof PlacementDecided decided) {
                return record(decided);
            }
            throw new UnreadableDecisionException(new Sentence(
                    "Cette entrée de journal n'est pas une décision (OFFER, GRANT, ACCEPT ou REFUSAL).",
                    "This journal entry is no decision (OFFER, GRANT, ACCEPT or REFUSAL)."));
        } catch (RefusedStatementException e) {
            throw new UnreadableDecisionException(e.words());
        } catch (IllegalArgumentException e) {
            Throwable cause = e.getCause();
            String detail = Printable.line(String.valueOf((cause == null ? e : cause).getMessage()), MOST_TOLD);
            throw new UnreadableDecisionException(new Sentence(
                    "Ce n'est pas une entrée de journal entière de Liptako (" + detail + ").",
                    "This is no whole entry of a journal of Liptako (" + detail + ")."));
        }
    }

    private DecisionRecord record(PlacementDecided decided) {
        return switch (decided) {
            case PlacementOffered offer -> {
                Said host = Said.in("hostStatement", offer.hostStatement());
                offers.put(Digest.over(offer.hostStatement().payload()), host);
                yield new DecisionRecord(offer, Said.in("homeStatement", offer.homeStatement()), host);
            }
            case PlacementGranted grant -> rested(grant, grant.homeStatement(), grant.hostStatement());
            case PlacementRefused refusal -> rested(refusal, refusal.homeStatement(), refusal.hostStatement());
            case PlacementAccepted acceptance -> {
                Said home = new Said(
                        "grant.home",
                        acceptance.grant(),
                        DecisionRecord.Grant.in(acceptance.grant()).content().home());
                yield new DecisionRecord(
                        acceptance,
                        home,
                        Optional.ofNullable(home.content().answers())
                                .map(offers::remove)
                                .orElse(null));
            }
        };
    }

    /** A host's statement that home did not build on (one that it did not believe) is no ground of the decision. */
    private static DecisionRecord rested(
            PlacementDecided entry, @Nullable SignedStatement home, @Nullable SignedStatement host) {
        Said homes = home == null ? null : Said.in("homeStatement", home);
        if (homes == null || host == null || !homes.content().isAnAnswerTo(host)) {
            return new DecisionRecord(entry, homes, null);
        }
        return new DecisionRecord(entry, homes, Said.in("hostStatement", host));
    }
}
