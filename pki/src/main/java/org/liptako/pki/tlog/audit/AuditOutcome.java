package org.liptako.pki.tlog.audit;

import org.liptako.pki.tlog.WitnessedCheckpoint;

/** How an audit ended. */
public sealed interface AuditOutcome {
    /**
     * Every entry, every tile and the root are as the checkpoint says.
     *
     * @param tiles how many tiles of hashes were compared
     */
    record Sound(WitnessedCheckpoint checkpoint, long tiles) implements AuditOutcome {}

    /** Something is not; the audit ended there. */
    record Faulty(AuditFault fault) implements AuditOutcome {}
}
