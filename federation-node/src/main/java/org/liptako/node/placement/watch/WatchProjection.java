package org.liptako.node.placement.watch;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.event.GrantWithdrawn;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.pki.name.State;

/**
 * Notes what each entry touches, in the transaction that keeps the entry: so nothing is forgotten, whoever dies when. It only adds rows and waits for no one;
 * the watch spreads them.
 */
@Singleton
public final class WatchProjection implements JournalProjection {
    private final MatterStore matters = new MatterStore();

    @Override
    public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
        EventMatters.of(saidBy, event).ifPresent(matter -> matters.note(handle, matter, recordedAt));
        if (event instanceof GrantWithdrawn withdrawn) {
            Withdrawals.note(handle, saidBy, withdrawn);
        }
    }

    @Override
    public void clear(Handle handle) {
        Withdrawals.clear(handle);
        matters.clear(handle);
        matters.note(handle, Matter.ofAll(JudgingCause.COPY), Instant.EPOCH);
    }
}
