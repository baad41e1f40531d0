package org.liptako.node.journal;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.pki.name.State;

/**
 * Reads the journals into tables of its own.
 *
 * <p>Called for every entry whose payload this node may see, own and peers', in the order of each journal, inside the transaction that stores the entry: an
 * entry and what is read from it appear together or not at all. It must depend on nothing but its arguments and its own tables, so that a rebuild from the
 * journals gives the same tables. An event that its State has no say in must be passed over, not thrown upon.
 */
public interface JournalProjection {
    /**
     * Reads one entry.
     *
     * @param saidBy the State whose journal says so
     * @param index the entry's index in that journal
     * @param recordedAt when this node recorded it; never goes back within one journal; whole microseconds
     */
    void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt);

    /** Empties the projection's tables, before everything is applied again. */
    void clear(Handle handle);
}
