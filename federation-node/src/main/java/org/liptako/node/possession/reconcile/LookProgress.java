package org.liptako.node.possession.reconcile;

/** Who is told how far a look has come; what it throws ends the look, and nothing is journaled. */
@FunctionalInterface
public interface LookProgress {
    /** Called often. */
    void at(Stage stage);

    /**
     * How far a look has come.
     *
     * @param listed versions that were found in the store
     * @param compared versions that the journals name and that were looked for
     * @param reading the dataset whose bytes are read; empty where none are
     */
    record Stage(long listed, long compared, String reading, long chunksDone, long chunks) {}
}
