package org.liptako.node.journal.restore;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalLossOrdered;
import org.liptako.pki.name.State;

/** Reads in this State's own journal which entries its officers have given up, and for whose lack. Another State's losses are not this one's to go on without. */
public final class AbandonedProjection implements JournalProjection {
    private final State own;

    public AbandonedProjection(State own) {
        this.own = own;
    }

    @Override
    public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
        if (saidBy == own && event instanceof JournalLossOrdered loss) {
            Set<State> keepers = EnumSet.noneOf(State.class);
            keepers.addAll(loss.withheldBy());
            keepers.addAll(loss.silent());
            for (State keeper : keepers) {
                handle.createUpdate(
                                "INSERT INTO journal_abandoned (journal_index, keeper, first_index, end_index, declared_at)"
                                        + " VALUES (:index, :keeper, :first, :end, :at)")
                        .bind("index", index)
                        .bind("keeper", keeper.name())
                        .bind("first", loss.first())
                        .bind("end", loss.end())
                        .bind("at", loss.at().atOffset(ZoneOffset.UTC))
                        .execute();
            }
        }
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("TRUNCATE journal_abandoned");
    }
}
