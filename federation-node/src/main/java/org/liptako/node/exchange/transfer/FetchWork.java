package org.liptako.node.exchange.transfer;

import java.util.List;
import org.liptako.node.exchange.store.StagedReplica;
import org.liptako.pki.name.State;

/**
 * What an attempt works on.
 *
 * @param asked whom it may ask for chunks, the source first; at least one
 * @param staged where chunks are written
 * @param shares counts what each of them brings
 */
record FetchWork(TransferPlan plan, List<State> asked, StagedReplica staged, HolderShares shares) {
    FetchWork {
        asked = List.copyOf(asked);
    }

    int chunkBytes() {
        return staged.manifest().header().chunkBytes();
    }
}
