package org.liptako.node.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.receipt.ReceiptBody;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.trust.Acceptance;
import org.liptako.pki.trust.HeldList;
import org.liptako.pki.trust.HeldTrustState;
import org.liptako.pki.trust.ListAcceptance;
import org.liptako.pki.trust.ListShelf;
import org.liptako.pki.trust.PublishedList;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.pki.trust.TrustHistory;
import org.liptako.pki.trust.TrustState;

/** What a receipt has to carry for whoever believes this node's root: as few trust states as will do, and the revocation lists of the moment. */
record ReceiptTrust(NodeIdentity identity, NodeTrust trust) {
    /** A delta adds to a complete list, which must be read before it. */
    private static final Comparator<HeldList> IN_ORDER = Comparator.comparing(
                    (HeldList held) -> held.base().isPresent())
            .thenComparing(HeldList::issuer)
            .thenComparing(HeldList::number);

    /**
     * The two of them.
     *
     * @param line trust states that lead from this node's root to the one in force
     * @param lists those that CAs of the last one have signed, as many as a receipt may hold
     */
    record Carried(List<SignedTrustState> line, List<PublishedList> lists) {}

    Carried carried(Instant now) {
        long newest = trust.number();
        List<SignedTrustState> held =
                trust.after(Math.max(0, newest - ReceiptBody.MOST_TRUST_STATES), ReceiptBody.MOST_TRUST_STATES);
        for (int from = held.size() - 1; from >= 0; from--) {
            List<SignedTrustState> line = held.subList(from, held.size());
            Optional<TrustState> last = last(line, now);
            if (last.isPresent()) {
                return new Carried(List.copyOf(line), lists(last.get(), now));
            }
        }
        throw Failure.of(
                ErrorCode.NOT_READY,
                "Aucun état de confiance ne mène de la racine de ce nœud aux clés des journaux : attendez le premier, ou donnez au nœud la racine en vigueur.",
                "No trust state leads from this node's root to the journals' keys: wait for the first, or give the node the root in force.");
    }

    /** The last of a line, if the line leads there from this node's root. */
    private Optional<TrustState> last(List<SignedTrustState> line, Instant now) {
        TrustHistory history = TrustHistory.founded(identity.zone(), List.of(identity.root()));
        for (SignedTrustState state : line) {
            if (!(history.judge(state, RevocationLists.none(), now) instanceof Acceptance.Accepted accepted)) {
                return Optional.empty();
            }
            history = history.with(accepted);
        }
        return history.newest().map(HeldTrustState::state);
    }

    /** By the verifier's own judge: a list of a CA that is believed no longer is left out, and the receipt then says of whom no list tells. */
    private List<PublishedList> lists(TrustState state, Instant now) {
        ListShelf shelf = ListShelf.empty();
        List<PublishedList> lists = new ArrayList<>();
        int bytes = 0;
        for (HeldList held :
                trust.believed().shelf().held().stream().sorted(IN_ORDER).toList()) {
            PublishedList list = held.published();
            boolean fits =
                    lists.size() < ReceiptBody.MOST_LISTS && bytes + list.listLength() <= ReceiptBody.MOST_LIST_BYTES;
            if (fits && shelf.judge(list, state, now) instanceof ListAcceptance.Accepted accepted) {
                shelf = shelf.with(accepted);
                lists.add(list);
                bytes += list.listLength();
            }
        }
        return lists;
    }
}
