package org.liptako.node.journal.tree;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.NoteKey;
import org.liptako.pki.tlog.NoteSigner;
import org.liptako.pki.tlog.TileTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs checkpoints over this State's own journal: what is committed, never what is about to be, and never a tree that has not grown out of the one that was
 * signed before. Thread-safe.
 */
public final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final Jdbi jdbi;
    private final Journal journal;
    private final CheckpointKey key;
    private final TileStore tiles = new TileStore();
    private final CheckpointStore store = new CheckpointStore();
    private final List<Runnable> signed = new CopyOnWriteArrayList<>();
    private volatile boolean alarmed;

    public Checkpoints(Jdbi jdbi, Journal journal, CheckpointKey key) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.key = key;
    }

    /** The key by which checkpoints of this journal are believed; empty where this node signs none. */
    public Optional<NoteKey> key() {
        return key.signs().map(NoteSigner::key);
    }

    /** The last checkpoint that was signed, by this process or another of its State. */
    public Optional<SignedCheckpoint> last() {
        return jdbi.withHandle(handle -> store.last(handle, journal.state()));
    }

    /**
     * The last checkpoint.
     *
     * @throws Failure NOT_READY if there is none
     */
    public SignedCheckpoint required() {
        return last().orElseThrow(() -> Failure.of(
                ErrorCode.NOT_READY,
                "Ce nœud n'a signé aucun point de contrôle : donnez-lui la clé de preuve de son État"
                        + " (« liptako.journal.checkpoint-key » et « liptako.journal.checkpoint-certificate »).",
                "This node has signed no checkpoint: give it its State's evidence key"
                        + " (liptako.journal.checkpoint-key and liptako.journal.checkpoint-certificate)."));
    }

    /** Whether there is a tree to sign that was not signed. */
    boolean isBehind() {
        return key.signs().isPresent()
                && journal.hold().maySign()
                && jdbi.withHandle(handle -> {
                    long covered = tiles.size(handle, journal.state());
                    return store.last(handle, journal.state())
                            .filter(last -> isSignedByThisKey(last) && last.size() == covered)
                            .isEmpty();
                });
    }

    /** Signs over what the tree covers, if the fencing number still counts. */
    void sign(TreeLease lease, long fence) {
        key.signs()
                .flatMap(signer -> jdbi.inTransaction(handle -> sign(handle, signer, lease, fence)))
                .ifPresent(this::raise);
        signed.forEach(Runnable::run);
    }

    /** Calls this after each time that this process has signed. It must return quickly. */
    public void onSigned(Runnable listener) {
        signed.add(listener);
    }

    /** Signs, or says why this tree must not be signed. */
    private Optional<Sentence> sign(Handle handle, NoteSigner signer, TreeLease lease, long fence) {
        if (!lease.holds(handle, journal.state(), fence)) {
            return Optional.empty();
        }
        long size = tiles.size(handle, journal.state());
        Optional<SignedCheckpoint> last = store.last(handle, journal.state());
        if (last.isPresent() && last.get().size() > size) {
            return Optional.of(rewound(last.get().size(), size));
        }
        if (last.isPresent()
                && !root(handle, last.get().size()).equals(last.get().root())) {
            return Optional.of(forked(last.get().size()));
        }
        Digest root = root(handle, size);
        Checkpoint checkpoint = new Checkpoint(signer.key().name(), size, root);
        Instant at = journal.now().truncatedTo(ChronoUnit.MICROS);
        store.keep(handle, journal.state(), new SignedCheckpoint(size, root, checkpoint.signedBy(signer), at));
        return Optional.empty();
    }

    private Digest root(Handle handle, long size) {
        return new TileTree(size, new StoredTiles(tiles, handle, journal.state())).root();
    }

    private boolean isSignedByThisKey(SignedCheckpoint last) {
        return key().filter(own -> last.note().signatures().stream()
                        .anyMatch(signature -> signature.name().equals(own.name()) && signature.keyId() == own.id()))
                .isPresent();
    }

    private void raise(Sentence words) {
        if (!alarmed) {
            alarmed = true;
            LOG.error("Alarm: {}", words);
            journal.append(
                    new AlarmRaised(journal.now(), ErrorCode.JOURNAL_CONTRADICTS.name(), journal.state(), words));
        }
    }

    static Sentence rewound(long signed, long size) {
        return new Sentence(
                "Aucun point de contrôle n'est plus signé : celui de " + Count.fr(signed, "entrée")
                        + " l'a été, et la base n'en a que " + size + ". Restaurez les entrées qui manquent.",
                "No checkpoint is signed any more: one of "
                        + Count.en(signed, "entry", "entries") + " was, and the database has only " + size
                        + ". Restore the missing entries.");
    }

    static Sentence forked(long signed) {
        return new Sentence(
                "Aucun point de contrôle n'est plus signé : le début de la base, de " + Count.fr(signed, "entrée")
                        + ", n'est pas celui qui l'a été. Restaurez la base.",
                "No checkpoint is signed any more: the beginning of the database, "
                        + Count.en(signed, "entry", "entries")
                        + " long, is not the one that was signed. Restore the database.");
    }
}
