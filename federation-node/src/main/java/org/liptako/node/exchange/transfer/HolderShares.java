package org.liptako.node.exchange.transfer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.liptako.pki.name.State;

/** Counts what each State's node brings to a transfer, on top of what it brought before. Thread-safe. */
final class HolderShares {
    private final Map<State, HolderShare> shares = new EnumMap<>(State.class);
    private int wrong;

    HolderShares(TransferProgress before) {
        before.shares().forEach(share -> shares.put(share.state(), share));
        this.wrong = before.wrong();
    }

    synchronized void right(State state, int bytes) {
        HolderShare share = of(state);
        shares.put(state, new HolderShare(state, share.bytes() + bytes, share.wrong()));
    }

    /** Another chunk of this State's was wrong; gives how many were. */
    synchronized int wrong(State state) {
        HolderShare share = of(state);
        shares.put(state, new HolderShare(state, share.bytes(), share.wrong() + 1));
        wrong++;
        return share.wrong() + 1;
    }

    /** All wrong chunks, whoever sent them. */
    synchronized int wrong() {
        return wrong;
    }

    synchronized HolderShare of(State state) {
        return shares.getOrDefault(state, new HolderShare(state, 0, 0));
    }

    /** In the order of the States. */
    synchronized List<HolderShare> list() {
        return List.copyOf(shares.values());
    }
}
