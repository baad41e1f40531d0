package org.liptako.node.possession.challenge;

/** What a holder is asked. Immutable. */
public final class ChallengeQuestion {
    private final ChallengeDraw draw;
    private final int samples;
    private final byte[] key;

    /**
     * A question.
     *
     * @param samples how many chunks are drawn
     * @param key under which the answer is made; known to nobody before
     */
    public ChallengeQuestion(ChallengeDraw draw, int samples, byte[] key) {
        this.draw = draw;
        this.samples = samples;
        this.key = key.clone();
    }

    public ChallengeDraw draw() {
        return draw;
    }

    public int samples() {
        return samples;
    }

    byte[] key() {
        return key.clone();
    }
}
