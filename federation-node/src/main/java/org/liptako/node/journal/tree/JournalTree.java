package org.liptako.node.journal.tree;

import java.util.Arrays;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.ConsistencyProof;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.InclusionProof;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.EntryBundle;
import org.liptako.pki.tlog.LogEntry;
import org.liptako.pki.tlog.Tile;
import org.liptako.pki.tlog.TilePath;
import org.liptako.pki.tlog.TileTree;

/**
 * The Merkle trees over the journals known here, own and peers': tiles, bundles of entries, and proofs, each in a few look-ups however long the journal is.
 * Thread-safe.
 *
 * <p>It answers for what the tree covers, which is a moment behind what is committed. Payloads and salts it does not know.
 */
public final class JournalTree {
    private final Jdbi jdbi;
    private final TileStore store = new TileStore();

    public JournalTree(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many entries of a State's journal the tree covers. */
    public long size(State state) {
        return jdbi.withHandle(handle -> store.size(handle, state));
    }

    /**
     * The root over the first so many entries.
     *
     * @throws Failure NOT_KNOWN if the tree does not cover as many
     */
    public Digest root(State state, long size) {
        return read(state, size, TileTree::root);
    }

    /**
     * Shows that an entry is in the tree over the first so many.
     *
     * @throws Failure NOT_KNOWN if the tree does not cover as many, or the entry is not among them
     */
    public InclusionProof inclusion(State state, long index, long size) {
        if (index < 0 || index >= size) {
            throw absent(state, "l'entrée " + index + " parmi " + size, "entry " + index + " among " + size);
        }
        return read(state, size, tree -> tree.inclusion(index));
    }

    /**
     * Shows that the tree over the first so many entries grew out of an older one.
     *
     * @throws Failure NOT_KNOWN if the tree does not cover as many, or the older one was larger
     */
    public ConsistencyProof consistency(State state, long older, long size) {
        if (older < 0 || older > size) {
            throw absent(state, "un arbre de " + older + " parmi " + size, "a tree of " + older + " among " + size);
        }
        return read(state, size, tree -> tree.consistency(older));
    }

    /**
     * What everybody may see of an entry.
     *
     * @throws Failure NOT_KNOWN if the tree does not cover it
     */
    public LogEntry entry(State state, long index) {
        return jdbi.inTransaction(handle -> {
            if (index < 0 || index >= store.size(handle, state)) {
                throw absent(state, "l'entrée " + index, "entry " + index);
            }
            return store.entries(handle, state, index, 1).getFirst();
        });
    }

    /**
     * What is served at a path: the hashes of a tile one after the other, or a bundle of entries.
     *
     * @throws Failure NOT_KNOWN if the tile has not as many hashes or entries as the path says
     */
    public byte[] at(State state, TilePath path) {
        return jdbi.inTransaction(handle -> {
            long size = store.size(handle, state);
            return switch (path) {
                case TilePath.Hashes hashes -> tile(handle, state, size, hashes);
                case TilePath.Entries entries -> bundle(handle, state, size, entries);
            };
        });
    }

    private byte[] tile(Handle handle, State state, long size, TilePath.Hashes path) {
        int width = TilePath.Hashes.in(size, path.level(), path.index())
                .map(TilePath::width)
                .orElse(0);
        mustHave(state, path, width);
        byte[] hashes = new StoredTiles(store, handle, state).read(path).toBytes();
        return Arrays.copyOf(hashes, path.width() * Digest.LENGTH);
    }

    private byte[] bundle(Handle handle, State state, long size, TilePath.Entries path) {
        int width = TilePath.Entries.in(size, path.index()).map(TilePath::width).orElse(0);
        mustHave(state, path, width);
        return new EntryBundle(store.entries(handle, state, path.index() * Tile.WIDTH, path.width())).toBytes();
    }

    private <T> T read(State state, long size, Function<TileTree, T> question) {
        return jdbi.inTransaction(handle -> {
            if (size < 0 || size > store.size(handle, state)) {
                throw absent(state, Count.fr(size, "entrée"), Count.en(size, "entry", "entries"));
            }
            return question.apply(new TileTree(size, new StoredTiles(store, handle, state)));
        });
    }

    private static void mustHave(State state, TilePath path, int width) {
        if (path.width() > width) {
            throw absent(state, path.path(), path.path());
        }
    }

    private static Failure absent(State state, String french, String english) {
        return Failure.of(
                ErrorCode.NOT_KNOWN,
                "L'arbre du journal du " + state.french() + " ne contient pas " + french
                        + " : prenez le dernier point de contrôle et sa taille.",
                "The tree of the journal of " + state.english() + " does not contain " + english
                        + ": take the last checkpoint and its size.");
    }
}
