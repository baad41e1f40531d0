package org.liptako.node.journal.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.AlarmRaised;
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
 * Cosigns the other States' checkpoints, each only when it is shown to have grown out of the one before (C2SP tlog-witness, "add-checkpoint").
 *
 * <p>What is cosigned is committed before anyone is told. A checkpoint that its State has signed and that contradicts what it had signed before is refused, kept
 * beside the one that it contradicts, and an alarm in this State's journal. Thread-safe, also among several processes of one State.
 */
public final class WitnessDesk {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessDesk.class);

    /** How long a question may have been on its way that a later one of the same State has overtaken. */
    private static final Duration OVERTAKEN = Duration.ofSeconds(10);

    private final Jdbi jdbi;
    private final Journal own;
    private final WitnessKeys keys;
    private final WitnessStore store = new WitnessStore();

    public WitnessDesk(Jdbi jdbi, Journal own, WitnessKeys keys) {
        this.jdbi = jdbi;
        this.own = own;
        this.keys = keys;
    }

    /** How many entries of a State's journal were cosigned last; 0 for none. */
    public long cosigned(State state) {
        return jdbi.withHandle(handle -> store.known(handle, state)).size();
    }

    /**
     * Cosigns, or says from where on growth must be shown.
     *
     * @param state whose journal it is
     * @param oldSize the size of the checkpoint that the proof begins with
     * @param signed the checkpoint
     * @throws Failure INVALID_REQUEST, STATEMENT_INVALID if a key that counts has not signed it, NOT_READY where this node is no witness, JOURNAL_CONTRADICTS
     *     for a journal that was rewound or forked; the last is an alarm
     */
    public WitnessAnswer add(State state, long oldSize, List<Digest> proof, byte[] signed) {
        NoteSigner signer = keys.signer();
        SignedNote note = read(signed);
        Checkpoint checkpoint = believe(state, note);
        if (state == own.state() || oldSize < 0 || oldSize > checkpoint.size()) {
            throw malformed("the old size is beyond the checkpoint's, or the journal is this State's own");
        }
        try {
            Optional<Long> elsewhere =
                    jdbi.inTransaction(handle -> take(handle, state, oldSize, proof, checkpoint, note));
            // The cosignature is made once what it says is committed.
            return elsewhere
                    .<WitnessAnswer>map(WitnessAnswer.FromElsewhere::new)
                    .orElseGet(() -> new WitnessAnswer.Cosigned(signer.sign(checkpoint)));
        } catch (Contradiction contradiction) {
            raise(state, checkpoint, note, contradiction);
            throw new Failure(ErrorCode.JOURNAL_CONTRADICTS, contradiction.words);
        }
    }

    private Optional<Long> take(
            Handle handle, State state, long oldSize, List<Digest> proof, Checkpoint checkpoint, SignedNote note) {
        WitnessStore.Known known = store.lock(handle, state);
        if (checkpoint.size() < known.size()) {
            if (own.now().isBefore(known.at().plus(OVERTAKEN))) {
                return Optional.of(known.size());
            }
            throw new Contradiction(known, rewound(state, checkpoint.size(), known.size()));
        }
        if (checkpoint.size() == known.size()) {
            if (!checkpoint.root().equals(known.root())) {
                throw new Contradiction(known, forked(state, checkpoint.size(), known.size()));
            }
        } else if (oldSize != known.size()) {
            return Optional.of(known.size());
        } else if (!new ConsistencyProof(oldSize, checkpoint.size(), proof).proves(known.root(), checkpoint.root())) {
            throw new Contradiction(known, forked(state, checkpoint.size(), known.size()));
        }
        store.advance(handle, state, checkpoint, note.toString(), own.now());
        return Optional.empty();
    }

    private Checkpoint believe(State state, SignedNote note) {
        try {
            return keys.policyOf(state).verify(note).checkpoint();
        } catch (RefusedNoteException e) {
            throw new Failure(
                    ErrorCode.STATEMENT_INVALID,
                    new Sentence(
                            "Le point de contrôle n'est pas celui du journal de " + state.french() + " : " + e.french(),
                            "The checkpoint is not that of the journal of " + state.english() + ": "
                                    + e.english()),
                    e);
        } catch (MalformedLogException e) {
            throw malformed(e.rule());
        }
    }

    private static SignedNote read(byte[] signed) {
        try {
            return SignedNote.parse(signed);
        } catch (MalformedLogException e) {
            throw malformed(e.rule());
        }
    }

    private void raise(State state, Checkpoint checkpoint, SignedNote note, Contradiction contradiction) {
        LOG.error("Alarm: {}", contradiction.words);
        Instant now = own.now();
        jdbi.useTransaction(handle -> {
            if (store.keepRefused(handle, state, checkpoint, note.toString(), contradiction.known, now)) {
                own.append(
                        handle, new AlarmRaised(now, ErrorCode.JOURNAL_CONTRADICTS.name(), state, contradiction.words));
            }
        });
    }

    private static Failure malformed(String why) {
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "Ce n'est pas un point de contrôle à cosigner (C2SP tlog-checkpoint) : " + why,
                "This is no checkpoint to cosign (C2SP tlog-checkpoint): " + why);
    }

    private static Sentence rewound(State state, long size, long known) {
        return new Sentence(
                "Le journal de " + state.french() + " a été remonté : il a signé " + size
                        + " entrées après en avoir signé " + known + " ; les entrées " + size + " à " + (known - 1)
                        + " ont disparu.",
                "The journal of " + state.english() + " was rewound: it signed " + size
                        + " entries after it had signed " + known + "; entries " + size + " to " + (known - 1)
                        + " are gone.");
    }

    private static Sentence forked(State state, long size, long known) {
        return new Sentence(
                "Le journal de " + state.french() + " bifurque : ses " + size
                        + " entrées signées ne prolongent pas les " + known
                        + " qui avaient été cosignées ; une entrée avant la "
                        + known + "e a changé, ou la preuve est fausse.",
                "The journal of " + state.english() + " forks: the " + size
                        + " entries that it signed do not continue the " + known
                        + " that were cosigned; an entry below index " + known
                        + " was changed, or the proof is false.");
    }

    /** Rolls the transaction back and carries what is wrong out of it. */
    private static final class Contradiction extends RuntimeException {
        private final transient WitnessStore.Known known;
        private final transient Sentence words;

        private Contradiction(WitnessStore.Known known, Sentence words) {
            super(words.en());
            this.known = known;
            this.words = words;
        }
    }
}
