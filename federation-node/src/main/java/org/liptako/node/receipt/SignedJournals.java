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
import org.liptako.pki.tlog.NoteKey;
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

    /** A State's journal over at least so many entries; empty where none is signed by a key that counts now, or none that reaches so far. */
    Optional<ReceiptJournal> of(State state, long least) {
        return notes(state).stream()
                .filter(note -> size(note) >= least)
                .flatMap(note -> journal(state, note).stream())
                .max(Comparator.comparingInt(ReceiptJournal::witnesses)
                        .thenComparingLong(journal -> size(journal.checkpoint())));
    }

    private List<SignedNote> notes(State state) {
        if (state != own) {
            return witness.lastCosigned(state).stream().toList();
        }
        List<SignedNote> notes = new ArrayList<>();
        checkpoints.last().map(SignedCheckpoint::note).ifPresent(notes::add);
        cosignatures.last().forEach(one -> notes.add(one.note()));
        return notes.stream().map(cosignatures::joined).toList();
    }

    /**
     * With a signature of the State and one of each witness that today's trust state vouches for, and no others: a receipt holds nothing that nobody
     * believes. Empty where the State signed only by a key that was replaced.
     */
    private Optional<ReceiptJournal> journal(State state, SignedNote note) {
        List<NoteSignature> cosigned = new ArrayList<>();
        for (State other : State.values()) {
            if (other != state) {
                signature(note, keys.witnessesOf(other)).ifPresent(cosigned::add);
            }
        }
        return signature(note, keys.journalsOf(state)).map(signed -> {
            SignedNote believed = new SignedNote(note.text(), List.of(signed)).with(cosigned);
            return new ReceiptJournal(state, cosigned.size(), believed);
        });
    }

    private static Optional<NoteSignature> signature(SignedNote note, List<NoteKey> counted) {
        return note.signatures().stream()
                .filter(line ->
                        counted.stream().anyMatch(key -> line.name().equals(key.name()) && line.keyId() == key.id()))
                .findFirst();
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }
}
