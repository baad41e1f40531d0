package org.liptako.node.journal;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.JournalStore.Recorded;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.name.State;

/** Reads all journals known here into the projections anew: what they hold now is forgotten, what the journals say stands there again. */
public final class JournalReplay {
    private static final int BATCH = 500;

    private final Jdbi jdbi;
    private final List<JournalProjection> projections;
    private final JournalStore store = new JournalStore();

    public JournalReplay(Jdbi jdbi, List<JournalProjection> projections) {
        this.jdbi = jdbi;
        this.projections = List.copyOf(projections);
    }

    /**
     * Replays everything in one transaction; whoever reads or writes meanwhile waits for its end.
     *
     * @return how many entries were read
     */
    public long run() {
        return jdbi.inTransaction(handle -> {
            for (State state : State.values()) {
                store.lock(handle, state);
            }
            projections.forEach(projection -> projection.clear(handle));
            long count = 0;
            for (State state : State.values()) {
                count += replay(handle, state);
            }
            return count;
        });
    }

    private long replay(Handle handle, State state) {
        long next = 0;
        List<Recorded> batch;
        do {
            batch = store.readRecorded(handle, state, next, BATCH);
            batch.forEach(recorded -> apply(handle, state, recorded));
            next += batch.size();
        } while (batch.size() == BATCH);
        return next;
    }

    private void apply(Handle handle, State state, Recorded recorded) {
        recorded.entry()
                .opened()
                .flatMap(opening -> JournalJson.event(opening.payload()))
                .ifPresent(event -> projections.forEach(projection ->
                        projection.apply(handle, state, recorded.entry().index(), event, recorded.at())));
    }
}
