package org.liptako.node.receipt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.SignedCheckpoint;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.journal.witness.WitnessDesk;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.pki.name.State;
import org.liptako.pki.receipt.ReceiptJournal;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.NoteSignature;
import org.liptako.pki.tlog.SignedNote;

/** The checkpoints that receipts rest on: of this State's own journal the one that most States have cosigned, of another's the one that this State cosigned last. Thread-safe. */
final class SignedJournals {
    private final State own;
    private final Checkpoints checkpoints;
    private final OwnCosignatures cosignatures;
    private final WitnessDesk witness;
    private final WitnessKeys keys;

    SignedJournals(
            State own, Checkpoints checkpoints, OwnCosignatures cosignatures, WitnessDesk witness, WitnessKeys keys) {
        this.own = own;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.witness = witness;
        this.keys = keys;
    }

    /** A State's journal over at least so many entries; empty where none is signed, or none that reaches so far. */
    Optional<ReceiptJournal> of(State state, long least) {
        Optional<SignedNote> note = state == own ? ownNote(least) : witness.lastCosigned(state);
        return note.filter(signed -> size(signed) >= least).map(signed -> journal(state, signed));
    }

    private Optional<SignedNote> ownNote(long least) {
        List<SignedNote> notes = new ArrayList<>();
        checkpoints.last().map(SignedCheckpoint::note).ifPresent(notes::add);
        cosignatures.last().forEach(one -> notes.add(one.note()));
        return notes.stream()
                .map(cosignatures::joined)
                .filter(note -> size(note) >= least)
                .max(Comparator.<SignedNote>comparingInt(
                                note -> note.signatures().size())
                        .thenComparingLong(SignedJournals::size));
    }

    /** With the signatures that today's trust state vouches for, and no others: a receipt holds nothing that nobody believes. */
    private ReceiptJournal journal(State state, SignedNote note) {
        List<NoteSignature> believed = new ArrayList<>();
        List<String> witnesses = new ArrayList<>();
        for (State other : State.values()) {
            if (other != state) {
                keys.witnessesOf(other).forEach(key -> witnesses.add(key.name() + "+" + key.id()));
            }
        }
        int cosigned = 0;
        String log = Checkpoint.parse(note.text()).origin();
        for (NoteSignature signature : note.signatures()) {
            if (witnesses.contains(signature.name() + "+" + signature.keyId())) {
                believed.add(signature);
                cosigned++;
            } else if (signature.name().equals(log) && believed.isEmpty()) {
                believed.add(signature);
            }
        }
        return new ReceiptJournal(state, cosigned, new SignedNote(note.text(), believed));
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }
}
