package org.liptako.pki.tlog.audit;

import java.util.List;
import org.liptako.pki.tlog.NoteSignature;
import org.liptako.pki.tlog.WitnessedCheckpoint;

/** How an audit ended. */
public sealed interface AuditOutcome {
    /**
     * Every entry, every tile and the root are as the checkpoint says.
     *
     * @param tiles how many tiles of hashes were compared
     * @param strangers the signatures under the checkpoint of which no key is known: nothing was verified of them
     */
    record Sound(WitnessedCheckpoint checkpoint, long tiles, List<NoteSignature> strangers) implements AuditOutcome {
        public Sound {
            strangers = List.copyOf(strangers);
        }
    }

    /** Something is not; the audit ended there. */
    record Faulty(AuditFault fault) implements AuditOutcome {}
}
