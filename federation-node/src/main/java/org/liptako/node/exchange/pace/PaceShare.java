package org.liptako.node.exchange.pace;

/** What one transfer may move of what the limits allow. Thread-safe. */
public interface PaceShare extends AutoCloseable {
    /**
     * Takes leave to move chunks.
     *
     * @param most how many are wanted
     * @return how many may move now, 0 to {@code most}; if fewer than wanted, whoever opened the share is woken when there may be more
     */
    int take(int most, int chunkBytes);

    /** Whether a limit, and nothing else, keeps more from moving now. */
    boolean holds();

    /** Gives back what was not used. */
    @Override
    void close();

    /** A share without bounds. */
    static PaceShare unbounded() {
        return new PaceShare() {
            @Override
            public int take(int most, int chunkBytes) {
                return most;
            }

            @Override
            public boolean holds() {
                return false;
            }

            @Override
            public void close() {
                // Nothing was kept.
            }
        };
    }
}
