package org.liptako.node.placement.duty;

import java.time.Instant;
import java.util.Optional;
import org.liptako.node.journal.event.DutyEvidence;
import org.liptako.pki.name.State;

/**
 * That a person says a duty was discharged.
 *
 * @param saidBy the State in whose journal it stands, and which owes the duty
 * @param person as that State's node identified them
 */
public record Discharge(
        State saidBy,
        long journalIndex,
        String person,
        String certificate,
        Instant doneAt,
        DutyEvidence evidence,
        Optional<String> note) {}
