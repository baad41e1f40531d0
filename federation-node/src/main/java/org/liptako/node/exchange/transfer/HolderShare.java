package org.liptako.node.exchange.transfer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.liptako.pki.name.State;

/**
 * What one State's node has brought to a transfer, all attempts together.
 *
 * @param bytes of chunks that were the manifest's
 * @param wrong chunks that were not
 */
public record HolderShare(State state, long bytes, int wrong) {
    /** A node that has sent so many wrong chunks is left alone. */
    static final int MOST_WRONG = 4;

    /** Whether it is asked no more for chunks of this transfer, unless it is the only one. */
    @JsonIgnore
    public boolean isLeftAlone() {
        return wrong >= MOST_WRONG;
    }
}
