package org.liptako.node.exchange.transfer;

/**
 * How many connections a transfer is to have, found by what they bring: twice as many are kept where they bring clearly more, and tried
 * again from time to time, for links change. A loss makes most connections slow down for a while, each by itself; on a link that loses many
 * packets several together bring what one cannot.
 *
 * <p>Never so many that a chunk would take long on each, for the last ones would keep the copy waiting. Not thread-safe.
 */
final class LaneClimb {
    /** As many as keep a sound link and both ends busy. */
    private static final int FIRST = 4;

    private static final int MOST = 32;
    /** What a new connection takes to reach its speed says nothing. */
    private static final int SECONDS_TO_SETTLE = 1;

    /** What is not there after so long is not waited for: the first byte takes some two seconds over the longest link. */
    private static final int MOST_SECONDS_TO_SETTLE = 8;

    private static final int SECONDS_MEASURED = 2;
    private static final int SECONDS_TO_HOLD = 30;
    private static final double CLEARLY = 1.15;
    private static final double LONGEST_CHUNK_SECONDS = 24;
    private static final int CHUNKS_WORTH_A_LANE = 3;

    private final int chunkBytes;
    private final int most;
    private int lanes;
    private int best;
    private double bestGoodput;
    private int settling;
    private int seconds;
    private long bytes;
    private boolean holds;

    /** @param chunks how many are to be fetched */
    LaneClimb(int chunks, int chunkBytes) {
        this.chunkBytes = chunkBytes;
        this.most = Math.clamp(chunks / CHUNKS_WORTH_A_LANE, 1, MOST);
        this.lanes = Math.min(FIRST, most);
        this.best = lanes;
    }

    /** How many there are to be now. */
    int lanes() {
        return lanes;
    }

    /**
     * Another second has passed.
     *
     * @param came so many bytes in it
     * @param all whether every connection that there is to be has brought something by now
     */
    void second(long came, boolean all) {
        if (!holds && !all && settling < MOST_SECONDS_TO_SETTLE) {
            settling++;
            return;
        }
        settling = MOST_SECONDS_TO_SETTLE;
        seconds++;
        if (holds) {
            if (seconds >= SECONDS_TO_HOLD) {
                bestGoodput = 0;
                measure();
            }
            return;
        }
        if (seconds > SECONDS_TO_SETTLE) {
            bytes += came;
        }
        if (seconds == SECONDS_TO_SETTLE + SECONDS_MEASURED) {
            judge((double) bytes / SECONDS_MEASURED);
        }
    }

    private void judge(double goodput) {
        boolean better = goodput >= bestGoodput * CLEARLY;
        if (better) {
            best = lanes;
            bestGoodput = goodput;
        }
        int next = Math.min(lanes * 2, most);
        if (better && next > lanes && goodput * LONGEST_CHUNK_SECONDS >= (double) next * chunkBytes) {
            lanes = next;
            measure();
        } else {
            lanes = best;
            seconds = 0;
            holds = true;
        }
    }

    private void measure() {
        holds = false;
        settling = 0;
        seconds = 0;
        bytes = 0;
    }
}
