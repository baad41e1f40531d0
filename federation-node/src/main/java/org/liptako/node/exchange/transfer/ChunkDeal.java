package org.liptako.node.exchange.transfer;

import java.util.BitSet;

/** The chunks that nobody is asked for yet, dealt out a few at a time, lowest numbers first. Not thread-safe. */
final class ChunkDeal {
    private final BitSet left;

    ChunkDeal(BitSet missing) {
        this.left = (BitSet) missing.clone();
    }

    /** Takes so many from what is left, or all of it. */
    BitSet deal(int most) {
        BitSet dealt = new BitSet();
        for (int chunk = left.nextSetBit(0), count = 0; chunk >= 0 && count < most; count++) {
            dealt.set(chunk);
            chunk = left.nextSetBit(chunk + 1);
        }
        left.andNot(dealt);
        return dealt;
    }

    /** What was dealt and did not come, or was not what the manifest names. */
    void giveBack(BitSet chunks) {
        left.or(chunks);
    }

    /** How many are left. */
    int left() {
        return left.cardinality();
    }
}
