package org.liptako.node.journal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.JournalStore.Place;
import org.liptako.node.journal.JournalStore.Recorded;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.name.State;

/** Reads all journals known here into the projections anew: what they hold now is forgotten, what the journals say stands there again. */
public final class JournalReplay {
    private static final int BATCH = 500;
    private static final Place AFTER_ALL = new Place(Instant.MAX, Long.MAX_VALUE);

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
        Later later = new Later(handle, state);
        List<Recorded> batch;
        do {
            batch = store.readRecorded(handle, state, next, BATCH);
            for (Recorded recorded : batch) {
                later.until(recorded.place());
                apply(handle, state, recorded);
            }
            next += batch.size();
        } while (batch.size() == BATCH);
        later.until(AFTER_ALL);
        return next;
    }

    /** The entries of a journal that were opened after they were read: each is applied where it was opened. */
    private final class Later {
        private final Handle handle;
        private final State state;
        private final Deque<Recorded> ahead = new ArrayDeque<>();
        private Place last = Place.BEFORE_ALL;
        private boolean isLast;

        Later(Handle handle, State state) {
            this.handle = handle;
            this.state = state;
        }

        void until(Place place) {
            while (next().filter(one -> one.place().compareTo(place) < 0).isPresent()) {
                apply(handle, state, ahead.removeFirst());
            }
        }

        private Optional<Recorded> next() {
            if (ahead.isEmpty() && !isLast) {
                List<Recorded> batch = store.readOpened(handle, state, last, BATCH);
                isLast = batch.size() < BATCH;
                ahead.addAll(batch);
                last = batch.isEmpty() ? last : batch.getLast().place();
            }
            return Optional.ofNullable(ahead.peekFirst());
        }
    }

    private void apply(Handle handle, State state, Recorded recorded) {
        recorded.entry()
                .opened()
                .flatMap(opening -> JournalJson.event(opening.payload()))
                .ifPresent(event -> projections.forEach(projection ->
                        projection.apply(handle, state, recorded.entry().index(), event, recorded.at())));
    }
}
