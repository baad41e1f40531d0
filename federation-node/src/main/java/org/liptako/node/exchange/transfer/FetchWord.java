package org.liptako.node.exchange.transfer;

import org.jspecify.annotations.Nullable;

/** What the threads of a round's calls leave for the one that drives it. */
sealed interface FetchWord {
    /** Little is still to come over a lane. */
    record AlmostDone(FetchLane lane) implements FetchWord {}

    /** A chunk that two calls were asked for has come. */
    record Won(int chunk) implements FetchWord {}

    /** A limit lets more be asked for. */
    record MayAsk() implements FetchWord {}

    /** A call has ended: normally, or by what it or its sink threw. */
    record Ended(FetchLane lane, FetchSlice slice, @Nullable Throwable thrown) implements FetchWord {}
}
