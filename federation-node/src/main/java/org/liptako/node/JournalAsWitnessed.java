package org.liptako.node;

import java.util.Optional;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.journal.tree.SignedCheckpoint;
import org.liptako.node.journal.witness.WitnessedLog;
import org.liptako.pki.evidence.ConsistencyProof;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.SignedNote;

/** This State's journal as its tree and its checkpoints stand, for the witnesses. */
record JournalAsWitnessed(State own, JournalTree tree, Checkpoints checkpoints) implements WitnessedLog {
    @Override
    public Optional<SignedNote> lastCheckpoint() {
        return checkpoints.last().map(SignedCheckpoint::note);
    }

    @Override
    public ConsistencyProof consistency(long oldSize, long size) {
        return tree.consistency(own, oldSize, size);
    }
}
