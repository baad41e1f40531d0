package org.liptako.pki.tlog.audit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.MerkleTree;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.CheckpointPolicy;
import org.liptako.pki.tlog.EntryBundle;
import org.liptako.pki.tlog.LogEntry;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.RefusedNoteException;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.tlog.Tile;
import org.liptako.pki.tlog.TilePath;
import org.liptako.pki.tlog.WitnessedCheckpoint;

/**
 * Reads a whole log again: every entry in its place, every tile, the root, the signatures, and that it has only grown since an older checkpoint.
 *
 * <p>It keeps a tile of each level in memory, however long the log is. Not thread-safe.
 */
public final class LogAudit {
    private static final String CHECKPOINT = "checkpoint";

    private final LogFiles files;
    private final CheckpointPolicy policy;
    private final @Nullable OlderLog older;
    private long differing = -1;

    /**
     * An audit of these files.
     *
     * @param policy whose checkpoints are believed
     * @param older what was kept of this log before; null if nothing was
     */
    public LogAudit(LogFiles files, CheckpointPolicy policy, @Nullable OlderLog older) {
        this.files = files;
        this.policy = policy;
        this.older = older;
    }

    /**
     * Reads everything, up to the first fault.
     *
     * @throws RefusedNoteException if the checkpoint is not believed
     * @throws java.io.UncheckedIOException if a file cannot be asked for
     */
    public AuditOutcome run() {
        try {
            SignedNote note = note();
            WitnessedCheckpoint checkpoint = believed(note);
            long tiles = read(checkpoint.checkpoint());
            return new AuditOutcome.Sound(checkpoint, tiles, policy.verifier().strangers(note));
        } catch (AuditException found) {
            return new AuditOutcome.Faulty(found.fault());
        }
    }

    private SignedNote note() {
        byte[] bytes = files.read(CHECKPOINT).orElseThrow(() -> new AuditException(AuditFault.missing(CHECKPOINT, 0)));
        try {
            return SignedNote.parse(bytes);
        } catch (MalformedLogException e) {
            throw new AuditException(AuditFault.malformed(CHECKPOINT, e));
        }
    }

    private WitnessedCheckpoint believed(SignedNote note) {
        try {
            return policy.verify(note);
        } catch (MalformedLogException e) {
            throw new AuditException(AuditFault.malformed(CHECKPOINT, e));
        }
    }

    private long read(Checkpoint checkpoint) {
        long size = checkpoint.size();
        if (older != null && older.checkpoint().size() > size) {
            throw new AuditException(AuditFault.rewound(older.checkpoint().size(), size));
        }
        differing = -1;
        MerkleTree tree = new MerkleTree();
        TileCheck tiles = new TileCheck(files, size);
        compareWithOlder(tree);
        for (long tile = 0; tile * Tile.WIDTH < size; tile++) {
            for (LogEntry entry : bundle(size, tile)) {
                noteKept(entry);
                tiles.leaf(entry.leafHash());
                tree.append(entry.leafHash());
                compareWithOlder(tree);
            }
        }
        tiles.end();
        if (!tree.root().equals(checkpoint.root())) {
            throw new AuditException(AuditFault.wrongRoot(size));
        }
        return tiles.compared();
    }

    private List<LogEntry> bundle(long size, long tile) {
        TilePath.Entries path = TilePath.Entries.in(size, tile).orElseThrow();
        byte[] bytes = files.read(path.path())
                .orElseThrow(() -> new AuditException(AuditFault.missing(path.path(), tile * Tile.WIDTH)));
        try {
            return EntryBundle.parse(path, bytes).entries();
        } catch (MalformedLogException e) {
            throw new AuditException(misplaced(path, bytes).orElseGet(() -> AuditFault.malformed(path.path(), e)));
        }
    }

    /** The first entry that is not in its place, where that is all that is wrong with the form of a bundle. */
    private static Optional<AuditFault> misplaced(TilePath.Entries path, byte[] bytes) {
        int step = Short.BYTES + LogEntry.BYTES;
        for (int place = 0; place < path.width() && (place + 1) * step <= bytes.length; place++) {
            byte[] entry = Arrays.copyOfRange(bytes, place * step + Short.BYTES, (place + 1) * step);
            long expected = path.index() * Tile.WIDTH + place;
            long found = ByteBuffer.wrap(entry).getLong();
            if (found != expected) {
                return Optional.of(AuditFault.outOfOrder(path.path(), expected, found));
            }
        }
        return bytes.length < path.width() * step
                ? Optional.of(AuditFault.missing(path.path(), path.index() * Tile.WIDTH + bytes.length / step))
                : Optional.empty();
    }

    /** Remembers the first entry that is not the one kept. Only the root tells whether the log was rewritten or what was kept has rotted. */
    private void noteKept(LogEntry entry) {
        if (older != null
                && differing < 0
                && older.leaf(entry.index())
                        .filter(kept -> !kept.equals(entry.leafHash()))
                        .isPresent()) {
            differing = entry.index();
        }
    }

    private void compareWithOlder(MerkleTree tree) {
        if (older == null
                || tree.size() != older.checkpoint().size()
                || tree.root().equals(older.checkpoint().root())) {
            return;
        }
        throw new AuditException(
                differing < 0
                        ? AuditFault.forked(older.checkpoint().size())
                        : AuditFault.rewritten(
                                TilePath.Entries.in(differing + 1, differing / Tile.WIDTH)
                                        .orElseThrow()
                                        .path(),
                                differing));
    }
}
