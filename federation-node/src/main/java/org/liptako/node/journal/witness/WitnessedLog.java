package org.liptako.node.journal.witness;

import java.util.Optional;
import org.liptako.pki.evidence.ConsistencyProof;
import org.liptako.pki.tlog.SignedNote;

/** This State's journal as a log that others witness. */
public interface WitnessedLog {
    /** The last checkpoint that this State signed; empty before the first. */
    Optional<SignedNote> lastCheckpoint();

    /** Shows that the tree of so many entries grew out of an older one. */
    ConsistencyProof consistency(long oldSize, long size);
}
