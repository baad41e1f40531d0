package org.liptako.node.replay;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementDecided;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementOffered;
import org.liptako.node.journal.event.PlacementRefused;
import org.liptako.node.journal.event.RequestId;
import org.liptako.pki.name.State;

/** Where each decision stands in its State's journal. */
@Singleton
public final class DecisionIndex implements JournalProjection {
    private static final String OF_REQUESTS =
            "SELECT index FROM decision_entry WHERE state = :state AND request_id IN ("
                    + "SELECT request_id FROM decision_entry WHERE state = :state AND ";

    @Override
    public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
        // A peer may write any instant, and PostgreSQL keeps fewer: an entry that cannot be found by its day must not
        // stop the journal.
        if (event instanceof PlacementDecided decided && isKept(decided.at())) {
            handle.createUpdate("""
                            INSERT INTO decision_entry (state, index, request_id, serial, at)
                            VALUES (:state, :index, :request, :serial, :at)
                            """)
                    .bind("state", saidBy.name())
                    .bind("index", index)
                    .bind("request", decided.request().value())
                    .bind("serial", serial(decided))
                    .bind("at", decided.at().atOffset(ZoneOffset.UTC))
                    .execute();
        }
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM decision_entry");
    }

    /** The entries on a request, in order. */
    public List<Long> of(Handle handle, State state, RequestId request) {
        return handle.createQuery(
                        "SELECT index FROM decision_entry WHERE state = :state AND request_id = :request ORDER BY index")
                .bind("state", state.name())
                .bind("request", request.value())
                .mapTo(Long.class)
                .list();
    }

    /** The entries of a State's journal that give, or accept, that very grant, in order. */
    public List<Long> bearing(Handle handle, State state, GrantSerial serial) {
        return handle.createQuery(
                        "SELECT index FROM decision_entry WHERE state = :state AND serial = :serial ORDER BY index")
                .bind("state", state.name())
                .bind("serial", serial.value())
                .mapTo(Long.class)
                .list();
    }

    /** The entries on the request that a grant answers, in order: what it was made over is among them. */
    List<Long> of(Handle handle, State state, GrantSerial serial) {
        return handle.createQuery(OF_REQUESTS + "serial = :serial) ORDER BY index")
                .bind("state", state.name())
                .bind("serial", serial.value())
                .mapTo(Long.class)
                .list();
    }

    /**
     * The next entries on requests that something was decided about in a period, in order.
     *
     * @param after the index of the last one before; -1 for the first
     */
    List<Long> between(Handle handle, State state, Instant since, Instant until, long after, int most) {
        return handle.createQuery(
                        OF_REQUESTS + "at >= :since AND at < :until) AND index > :after ORDER BY index LIMIT :most")
                .bind("state", state.name())
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .bind("after", after)
                .bind("most", most)
                .mapTo(Long.class)
                .list();
    }

    private static boolean isKept(Instant at) {
        return !at.isBefore(Instant.EPOCH) && at.isBefore(DecisionArchive.END);
    }

    private static @Nullable String serial(PlacementDecided decided) {
        return switch (decided) {
            case PlacementGranted grant -> grant.serial().value();
            case PlacementAccepted accepted -> accepted.serial().value();
            case PlacementOffered offer -> null;
            case PlacementRefused refusal -> null;
        };
    }
}
