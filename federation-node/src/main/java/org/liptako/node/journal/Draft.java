package org.liptako.node.journal;

import java.security.SecureRandom;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.evidence.EntryCommitment;
import org.liptako.pki.evidence.Salt;

/** An event that is written down and committed to, and has no place in the journal yet: all of an append that needs no lock. */
record Draft(JournalEvent event, Opening opening, EntryCommitment commitment) {
    /** The most characters of a payload; a statement and its decision take a few thousand. */
    static final int LONGEST_PAYLOAD = 1 << 20;

    /** @throws IllegalArgumentException if the event is longer than a payload may be */
    static Draft of(JournalEvent event, SecureRandom random) {
        String payload = JournalJson.write(event);
        if (payload.length() > LONGEST_PAYLOAD) {
            throw new IllegalArgumentException(
                    "A journal payload of " + payload.length() + " characters is longer than " + LONGEST_PAYLOAD + ".");
        }
        Opening opening = new Opening(Salt.draw(random), payload);
        return new Draft(event, opening, opening.commitment());
    }

    /** How much of a transaction it takes. */
    int length() {
        return opening.payload().length();
    }

    JournalEntry at(long index) {
        return new JournalEntry(index, commitment, opening);
    }
}
