package org.liptako.node.receipt;

import java.time.Instant;
import java.util.List;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.receipt.ReceiptBody;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.trust.Acceptance;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.pki.trust.TrustHistory;

/** The trust states that lead from this node's root to the one in force: as few as will do. */
record ReceiptTrust(NodeIdentity identity, NodeTrust trust) {
    List<SignedTrustState> line(Instant now) {
        long newest = trust.number();
        List<SignedTrustState> held =
                trust.after(Math.max(0, newest - ReceiptBody.MOST_TRUST_STATES), ReceiptBody.MOST_TRUST_STATES);
        for (int from = held.size() - 1; from >= 0; from--) {
            List<SignedTrustState> line = held.subList(from, held.size());
            if (leadsFromTheRoot(line, now)) {
                return List.copyOf(line);
            }
        }
        throw Failure.of(
                ErrorCode.NOT_READY,
                "Aucun état de confiance ne mène de la racine de ce nœud aux clés des journaux : attendez le premier, ou donnez au nœud la racine en vigueur.",
                "No trust state leads from this node's root to the journals' keys: wait for the first, or give the node the root in force.");
    }

    private boolean leadsFromTheRoot(List<SignedTrustState> line, Instant now) {
        TrustHistory history = TrustHistory.founded(identity.zone(), List.of(identity.root()));
        for (SignedTrustState state : line) {
            if (!(history.judge(state, RevocationLists.none(), now) instanceof Acceptance.Accepted accepted)) {
                return false;
            }
            history = history.with(accepted);
        }
        return true;
    }
}
