package org.liptako.node.journal.restore;

import java.util.List;
import java.util.Optional;
import org.liptako.node.journal.JournalEntry;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.tlog.SignedNote;

/** What one other State has kept of this State's journal. */
public interface KeptJournal {
    /** Who keeps it. */
    State keeper();

    /** How far it was read there; empty if its node does not answer. */
    Optional<Extent> extent();

    /** Entries from an index on, at least one where there are any; none either where the node does not answer, or nothing that can be read. */
    List<JournalEntry> read(long first);

    /**
     * How far a State's journal is known to another.
     *
     * @param head as this State signed it over all that was read; empty if nothing was
     * @param cosigned the checkpoint that was cosigned last, as this State signed it; empty for none
     */
    record Extent(Optional<SignedStatement> head, Optional<SignedNote> cosigned) {}
}
