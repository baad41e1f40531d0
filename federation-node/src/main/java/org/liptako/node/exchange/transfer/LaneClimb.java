package org.liptako.node.exchange.transfer;

/**
 * How many connections a transfer is to have, found by what they bring: more are kept where they bring clearly more, and tried again from
 * time to time, for links change. A loss makes most connections slow down for a while, each by itself; on a link that loses many packets
 * several together bring what one cannot.
 *
 * <p>Each number is judged by a second that brought about as much as the one before: new connections gather speed, and bring more than they
 * can keep up until their first losses. It is judged anew when it brings much less than it did then. Never so many that a chunk would take
 * long on each, for the last ones would keep the copy waiting. Not thread-safe.
 */
final class LaneClimb {
    /** As many as keep a sound link and both ends busy. */
    static final int FIRST = 4;

    private static final int MOST = 32;
    private static final int CHUNKS_WORTH_A_LANE = 3;

    /** What is not there after so long is not waited for: the first byte takes some two seconds over the longest link. */
    private static final int MOST_SECONDS_TO_JOIN = 8;

    private static final int MOST_SECONDS_TO_SETTLE = 6;
    private static final int SECONDS_TO_HOLD = 30;
    private static final double STEADY = 1.25;
    private static final double CLEARLY = 1.15;
    /** What brings so much more need not be looked at for longer. */
    private static final double BY_FAR = 1.5;
    /** What brings no more than so much of it, two seconds in a row, is not what was judged. */
    private static final double FALLEN = 0.7;

    private static final double LONGEST_CHUNK_SECONDS = 24;
    /** A connection that takes so long for one chunk is held back by losses, or the link is thin. */
    private static final double SLOW_CHUNK_SECONDS = 2;

    private final int chunkBytes;
    private final int most;
    private int lanes;
    private int best;
    private double bestGoodput;
    private Phase phase = Phase.JOINING;
    private int seconds;
    private long last;

    private enum Phase {
        JOINING,
        SETTLING,
        HOLDING
    }

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
     * @param joined whether most of the connections that there are to be have brought something by now
     * @param heldUpHere whether this node's own disk or processor holds them up, and not what lies between: more of them would only fill memory
     */
    void second(long came, boolean joined, boolean heldUpHere) {
        seconds++;
        switch (phase) {
            case JOINING -> {
                if (joined || seconds >= MOST_SECONDS_TO_JOIN) {
                    enter(Phase.SETTLING);
                }
            }
            case SETTLING -> {
                if (bestGoodput > 0 && came >= bestGoodput * BY_FAR) {
                    judge((double) came, heldUpHere);
                } else if (isSteady(came) || seconds >= MOST_SECONDS_TO_SETTLE) {
                    judge((came + last) / 2.0, heldUpHere);
                }
            }
            case HOLDING -> {
                if (seconds >= 2 && Math.max(came, last) < bestGoodput * FALLEN) {
                    bestGoodput = 0;
                    judge((came + last) / 2.0, heldUpHere);
                } else if (seconds >= SECONDS_TO_HOLD) {
                    bestGoodput = 0;
                    enter(Phase.JOINING);
                }
            }
        }
        last = came;
    }

    private boolean isSteady(long came) {
        return came <= last * STEADY && last <= came * STEADY;
    }

    private void judge(double goodput, boolean heldUpHere) {
        if (goodput * CLEARLY < bestGoodput && isSlow(goodput)) {
            // More of them bring less: fewer would not bring any more what they seemed to.
            bestGoodput = 0;
        }
        boolean better = goodput >= bestGoodput * CLEARLY;
        if (better) {
            best = lanes;
            bestGoodput = goodput;
        }
        int next = better && !heldUpHere ? next(goodput) : lanes;
        if (next > lanes) {
            lanes = next;
            enter(Phase.JOINING);
        } else {
            lanes = best;
            enter(Phase.HOLDING);
        }
    }

    /** Four times as many where each is slow and there is room for them, else twice as many; the same number where even those are too many. */
    private int next(double goodput) {
        int bearable = (int) Math.min(MOST, goodput * LONGEST_CHUNK_SECONDS / chunkBytes);
        int quadruple = Math.min(lanes * 4, most);
        int next = isSlow(goodput) && quadruple <= bearable ? quadruple : Math.min(lanes * 2, most);
        return next <= bearable ? next : lanes;
    }

    private boolean isSlow(double goodput) {
        return goodput * SLOW_CHUNK_SECONDS <= (double) lanes * chunkBytes;
    }

    private void enter(Phase next) {
        phase = next;
        seconds = 0;
    }
}
