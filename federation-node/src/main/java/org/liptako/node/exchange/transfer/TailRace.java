package org.liptako.node.exchange.transfer;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The race at the end of a round: once nothing is left to be asked for, a lane that lies idle brings too what a slow one owes, from the far
 * end on, and whichever is quicker spares the other. On a link that loses packets the slowest connections would else keep a copy waiting
 * for longer than all the rest of it took. No chunk is raced by more than two. Driven by one thread; {@link #isOn} is for any.
 */
final class TailRace {
    /** Less is waited for: a chunk that comes twice is a chunk's worth of the link. */
    private static final double LONG_SECONDS = 3;

    /** How much sooner an idle lane must be expected to bring a chunk: what lanes brought before is a guess at what they bring next. */
    private static final double SURELY = 1.5;

    private final Set<Integer> raced = ConcurrentHashMap.newKeySet();

    /** Whether two calls were asked for this chunk. */
    boolean isOn(int chunk) {
        return raced.contains(chunk);
    }

    /**
     * What the slowest of the running slices owes and an idle lane would bring clearly sooner; nobody else races for it.
     *
     * @param chunksASecond what the idle lane brings
     */
    Optional<BitSet> worthRacing(double chunksASecond, Stream<FetchSlice> slices) {
        double bearable = Math.max(LONG_SECONDS, SURELY / chunksASecond);
        return slices.filter(slice -> slice.secondsLeft() > bearable)
                .filter(slice -> !owedAlone(slice).isEmpty())
                .max(Comparator.comparingDouble(FetchSlice::secondsLeft))
                .map(this::owedAlone);
    }

    /** Has so many of the chunks raced, the last ones; gives them. */
    BitSet begin(BitSet owed, int most) {
        BitSet chunks = new BitSet();
        for (int chunk = owed.length() - 1; chunk >= 0 && chunks.cardinality() < most; ) {
            chunks.set(chunk);
            raced.add(chunk);
            chunk = owed.previousSetBit(chunk - 1);
        }
        return chunks;
    }

    /** One of those asked for these chunks has given up. */
    void over(BitSet chunks) {
        chunks.stream().forEach(raced::remove);
    }

    /** What a slice owes, and nobody else is asked for. */
    private BitSet owedAlone(FetchSlice slice) {
        BitSet owed = slice.awaited();
        raced.forEach(owed::clear);
        return owed;
    }
}
