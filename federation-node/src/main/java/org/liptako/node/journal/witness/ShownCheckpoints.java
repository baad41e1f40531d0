package org.liptako.node.journal.witness;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.ConsistencyProof;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.RefusedNoteException;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.tlog.Tile;
import org.liptako.pki.tlog.TileReader;
import org.liptako.pki.tlog.TileTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the checkpoints of another State's journal, by whomever they are shown, against the entries of it that were read here: whoever is shown another journal than the others finds it out.
 *
 * <p>Only what that State signed speaks against it. Thread-safe.
 */
public final class ShownCheckpoints {
    private static final Logger LOG = LoggerFactory.getLogger(ShownCheckpoints.class);
    /** Of one State, since the start: it may sign another journal every second, and the first says as much as all. */
    private static final int MOST_RAISED = 500;

    private final Jdbi jdbi;
    private final Journal own;
    private final JournalTree followed;
    private final WitnessKeys keys;
    private final WitnessStore store = new WitnessStore();
    private final Set<Sentence> told = ConcurrentHashMap.newKeySet();
    private final Map<State, Integer> raised = new ConcurrentHashMap<>();

    public ShownCheckpoints(Jdbi jdbi, Journal own, JournalTree followed, WitnessKeys keys) {
        this.jdbi = jdbi;
        this.own = own;
        this.followed = followed;
        this.keys = keys;
    }

    /** What a checkpoint is, beside what was read. */
    public sealed interface Verdict {}

    /** It covers what was read, or the beginning of it. */
    public record Agrees() implements Verdict {}

    /** It covers more than was read: growth from there is to be shown. */
    public record Ahead(Checkpoint checkpoint, long read, Digest root) implements Verdict {
        /** Whether this proof leads from what was read to it. */
        public boolean isShownBy(ConsistencyProof proof) {
            return proof.oldSize() == read
                    && proof.newSize() == checkpoint.size()
                    && proof.proves(root, checkpoint.root());
        }
    }

    /** It covers other entries than were read: its State has signed another journal. */
    public record Contradicts(State state, Checkpoint checkpoint, SignedNote note, Digest read) implements Verdict {}

    /**
     * Compares a checkpoint with what was read of that State's journal.
     *
     * @throws Failure STATEMENT_INVALID if that State has not signed it
     */
    public Verdict compare(State state, SignedNote note) {
        Checkpoint checkpoint = believe(state, note);
        long read = followed.size(state);
        if (checkpoint.size() > read) {
            return new Ahead(checkpoint, read, followed.root(state, read));
        }
        Digest root = followed.root(state, checkpoint.size());
        return root.equals(checkpoint.root()) ? new Agrees() : new Contradicts(state, checkpoint, note, root);
    }

    /**
     * Which entry is the first that differs, if these tiles show it; what they say counts only as far as the signed root covers it.
     *
     * @param shown the tiles of the other journal
     */
    public OptionalLong difference(Contradicts found, TileReader shown) {
        long size = found.checkpoint().size();
        TileTree other = new TileTree(size, shown);
        OptionalLong entry =
                new TileTree(size, path -> Tile.parse(followed.at(found.state(), path))).firstDifference(other);
        return entry.isPresent()
                        && other.proves(entry.getAsLong(), found.checkpoint().root())
                ? entry
                : OptionalLong.empty();
    }

    /**
     * Keeps what that State signed beside what was read, and raises one alarm for it.
     *
     * @param showing who shows it
     * @param entry the first one that differs, where that was found
     */
    public void raise(Contradicts found, State showing, OptionalLong entry) {
        if (raised.getOrDefault(found.state(), 0) >= MOST_RAISED) {
            LOG.debug("One more journal of {} than can be kept.", found.state());
            return;
        }
        Sentence words = entry.isPresent()
                ? ForkWords.shownAt(found.state(), showing, entry.getAsLong())
                : ForkWords.shown(found.state(), showing, found.checkpoint().size());
        Checkpoint signed = found.checkpoint();
        String read = new Checkpoint(signed.origin(), signed.size(), found.read()).text();
        Instant now = own.now();
        boolean first = !told.contains(words);
        jdbi.useTransaction(handle -> {
            store.keepRefused(handle, found.state(), signed, found.note().toString(), read, now);
            if (first) {
                own.append(handle, new AlarmRaised(now, ErrorCode.JOURNAL_CONTRADICTS.name(), found.state(), words));
            }
        });
        raised.merge(found.state(), 1, Integer::sum);
        if (first) {
            LOG.error("Alarm: {}", words);
            // Not before: an alarm that could not be journaled is raised again.
            told.add(words);
        }
    }

    private Checkpoint believe(State state, SignedNote note) {
        try {
            return keys.policyOf(state).verify(note).checkpoint();
        } catch (RefusedNoteException | MalformedLogException e) {
            throw new Failure(
                    ErrorCode.STATEMENT_INVALID,
                    new Sentence(
                            "Ce qui est montré comme point de contrôle du journal du " + state.french()
                                    + " n'est pas signé de lui.",
                            "What is shown as a checkpoint of the journal of " + state.english()
                                    + " is not signed by it."),
                    e);
        }
    }
}
