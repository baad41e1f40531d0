package org.liptako.node.journal.witness;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
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
import org.liptako.pki.tlog.NoteSigner;
import org.liptako.pki.tlog.RefusedNoteException;
import org.liptako.pki.tlog.SignedNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cosigns the other States' checkpoints, each only when it is shown to have grown out of the one before (C2SP tlog-witness, "add-checkpoint")
 * and is not another than that of the entries which this State has read itself.
 *
 * <p>What is cosigned is committed before anyone is told. A checkpoint that its State has signed and that contradicts what it had signed before is refused, kept
 * beside the one that it contradicts, and an alarm in this State's journal. Thread-safe, also among several processes of one State.
 */
public final class WitnessDesk {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessDesk.class);
    /** Of one State, since the start: it may sign another journal with every call, and each is an alarm here. */
    private static final int MOST_RAISED = 500;

    private final Jdbi jdbi;
    private final Journal own;
    private final JournalTree followed;
    private final WitnessKeys keys;
    private final WitnessStore store = new WitnessStore();
    private final Map<State, Integer> raised = new ConcurrentHashMap<>();

    public WitnessDesk(Jdbi jdbi, Journal own, JournalTree followed, WitnessKeys keys) {
        this.jdbi = jdbi;
        this.own = own;
        this.followed = followed;
        this.keys = keys;
    }

    /** How many entries of a State's journal were cosigned last; 0 for none. */
    public long cosigned(State state) {
        return jdbi.withHandle(handle -> store.known(handle, state)).size();
    }

    /** The checkpoint of a State that was cosigned last, with its State's signatures and the cosignature; empty before the first. */
    public Optional<SignedNote> lastCosigned(State state) {
        WitnessStore.Known known = jdbi.withHandle(handle -> store.known(handle, state));
        return known.signed()
                .map(note -> note.with(List.of(keys.signer().sign(Checkpoint.parse(note.text()), known.at()))));
    }

    /** The checkpoint of a State that was cosigned last, as its State had signed it; empty before the first. Needs no witness key. */
    public Optional<SignedNote> shown(State state) {
        return jdbi.withHandle(handle -> store.known(handle, state)).signed();
    }

    /**
     * Cosigns, or says from where on growth must be shown.
     *
     * @param state whose journal it is
     * @param oldSize the size of the checkpoint that the proof begins with
     * @param signed the checkpoint
     * @throws Failure INVALID_REQUEST also for a proof that proves nothing, STATEMENT_INVALID if a key that counts has not signed it, NOT_READY where this node is no witness, JOURNAL_CONTRADICTS
     *     for a journal that forks; the last is an alarm
     */
    public WitnessAnswer add(State state, long oldSize, List<Digest> proof, byte[] signed) {
        // What this witness cosigned before may be missing as well.
        own.hold().mustBeFree();
        NoteSigner signer = keys.signer();
        SignedNote note = read(signed);
        Checkpoint checkpoint = believe(state, note);
        if (state == own.state() || oldSize < 0 || oldSize > checkpoint.size()) {
            throw malformed(
                    "l'ancienne taille dépasse celle du point de contrôle, ou le journal est celui de cet État.",
                    "the old size is beyond the checkpoint's, or the journal is this State's own.");
        }
        ConsistencyProof growth = growth(oldSize, checkpoint.size(), proof);
        try {
            Outcome outcome = jdbi.inTransaction(handle -> take(handle, state, growth, checkpoint, note));
            // The cosignature is made once what it says is committed.
            return switch (outcome) {
                case Elsewhere elsewhere -> new WitnessAnswer.FromElsewhere(elsewhere.known());
                case Taken taken -> new WitnessAnswer.Cosigned(signer.sign(checkpoint, taken.at()));
            };
        } catch (Contradiction contradiction) {
            raise(state, contradiction);
            throw new Failure(ErrorCode.JOURNAL_CONTRADICTS, contradiction.words);
        }
    }

    private sealed interface Outcome {}

    private record Elsewhere(long known) implements Outcome {}

    private record Taken(Instant at) implements Outcome {}

    private Outcome take(Handle handle, State state, ConsistencyProof growth, Checkpoint checkpoint, SignedNote note) {
        WitnessStore.Known known = store.lock(handle, state);
        compare(state, new Checkpoint(checkpoint.origin(), known.size(), known.root()), known.note());
        compare(state, checkpoint, note.toString());
        if (checkpoint.size() == known.size() && !checkpoint.root().equals(known.root())) {
            throw new Contradiction(
                    checkpoint, note.toString(), known.note(), ForkWords.fromCosigned(state, known.size()));
        }
        boolean further = checkpoint.size() > known.size();
        // A smaller one contradicts nothing: another process of its State may be behind.
        if (checkpoint.size() < known.size() || (further && growth.oldSize() != known.size())) {
            return new Elsewhere(known.size());
        }
        if (further && !growth.proves(known.root(), checkpoint.root())) {
            throw malformed(
                    "la preuve ne mène pas de la taille " + known.size() + ", cosignée en dernier, à la taille "
                            + checkpoint.size() + ".",
                    "the proof does not lead from size " + known.size() + ", cosigned last, to size "
                            + checkpoint.size() + ".");
        }
        Instant now = own.now();
        Instant at = now.isBefore(known.at()) ? known.at() : now;
        store.advance(handle, state, checkpoint, note.toString(), at);
        return new Taken(at);
    }

    /** Compares what a State signed with the entries that were read of it, if as many were. */
    private void compare(State state, Checkpoint signed, String note) {
        if (followed.size(state) < signed.size()) {
            return;
        }
        Digest root = followed.root(state, signed.size());
        if (!root.equals(signed.root())) {
            String read = new Checkpoint(signed.origin(), signed.size(), root).text();
            throw new Contradiction(signed, note, read, ForkWords.fromRead(state, signed.size()));
        }
    }

    private static ConsistencyProof growth(long oldSize, long size, List<Digest> proof) {
        if (proof.size() > ConsistencyProof.MOST_HASHES) {
            throw malformed(
                    "une preuve a au plus " + ConsistencyProof.MOST_HASHES + " empreintes.",
                    "a proof has at most " + ConsistencyProof.MOST_HASHES + " hashes.");
        }
        return new ConsistencyProof(oldSize, size, proof);
    }

    private Checkpoint believe(State state, SignedNote note) {
        try {
            return keys.policyOf(state).verify(note).checkpoint();
        } catch (RefusedNoteException e) {
            throw new Failure(
                    ErrorCode.STATEMENT_INVALID,
                    new Sentence(
                            "Le point de contrôle n'est pas celui du journal du " + state.french() + " : " + e.french(),
                            "The checkpoint is not that of the journal of " + state.english() + ": " + e.english()),
                    e);
        } catch (MalformedLogException e) {
            throw malformed(e.french(), e.english());
        }
    }

    private static SignedNote read(byte[] signed) {
        try {
            return SignedNote.parse(signed);
        } catch (MalformedLogException e) {
            throw malformed(e.french(), e.english());
        }
    }

    private void raise(State state, Contradiction contradiction) {
        if (raised.getOrDefault(state, 0) >= MOST_RAISED) {
            LOG.debug("One more journal of {} than can be kept.", state);
            return;
        }
        LOG.error("Alarm: {}", contradiction.words);
        Instant now = own.now();
        jdbi.useTransaction(handle -> {
            if (store.keepRefused(
                    handle, state, contradiction.signed, contradiction.note, contradiction.against, now)) {
                own.append(
                        handle, new AlarmRaised(now, ErrorCode.JOURNAL_CONTRADICTS.name(), state, contradiction.words));
            }
        });
        raised.merge(state, 1, Integer::sum);
    }

    private static Failure malformed(String french, String english) {
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "Ce n'est pas un point de contrôle à cosigner (C2SP tlog-checkpoint) : " + french,
                "This is no checkpoint to cosign (C2SP tlog-checkpoint): " + english);
    }

    /** Rolls the transaction back and carries what is wrong out of it. */
    private static final class Contradiction extends RuntimeException {
        private final transient Checkpoint signed;
        private final String note;
        private final String against;
        private final transient Sentence words;

        private Contradiction(Checkpoint signed, String note, String against, Sentence words) {
            super(words.en());
            this.signed = signed;
            this.note = note;
            this.against = against;
            this.words = words;
        }
    }
}
