package org.liptako.node.registry;

/**
 * What a challenge that was answered rightly shows: with which probability it would have met a loss. Chunks are drawn without putting back, so that the number
 * of lost ones among them is hypergeometric.
 */
public final class Confidence {
    private static final int PERCENT = 100;

    private Confidence() {}

    /** The chunks that a loss of one per cent takes, and never none. */
    public static int onePercent(int chunks) {
        return Math.min(chunks, Math.max(1, (chunks + PERCENT - 1) / PERCENT));
    }

    /**
     * The probability that so many samples of so many chunks meet at least one of those that are lost, whichever these are.
     *
     * @param lost at most {@code chunks}
     */
    public static double ofSeeing(int lost, int chunks, int samples) {
        if (lost > 0 && samples > chunks - lost) {
            return 1;
        }
        double missed = 1;
        for (int drawn = 0; drawn < Math.min(samples, chunks) && missed > 0; drawn++) {
            missed *= (double) (chunks - lost - drawn) / (chunks - drawn);
        }
        return 1 - missed;
    }

    /** The same after several challenges that were each drawn anew. */
    public static double ofSeeing(int lost, int chunks, int samples, int challenges) {
        return 1 - Math.pow(1 - ofSeeing(lost, chunks, samples), challenges);
    }
}
