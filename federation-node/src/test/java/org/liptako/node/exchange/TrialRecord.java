package org.liptako.node.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.exchange.courier.CourierProjection;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.HeardGrantProjection;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.placement.TrialCatalogue;
import org.liptako.node.possession.holding.HoldingProjection;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.pki.name.State;

/** What a State's node records, on a PostgreSQL database of its own. */
final class TrialRecord implements AutoCloseable {
    private static final List<JournalProjection> PROJECTIONS = List.of(
            new RegistryProjection(), new CourierProjection(), new HeardGrantProjection(), new HoldingProjection());

    private final Watchers watchers = new Watchers();
    private final AtomicLong heard = new AtomicLong(1_000_000);
    private final TestDatabase database = TestDatabase.fresh();
    private final SiteRecord own;

    TrialRecord(State state) {
        Clock clock = Clock.systemUTC();
        List<JournalProjection> projections = new ArrayList<>(PROJECTIONS);
        projections.add(watchers);
        Journal journal = new Journal(database.jdbi(), state, clock, projections);
        Registry registry = new Registry(database.jdbi(), state, clock);
        own = new SiteRecord(TrialRegion.capital(state), database.jdbi(), journal, registry, clock);
        TrialCatalogue.record(journal);
    }

    SiteRecord own() {
        return own;
    }

    GrantLedger grants() {
        return new GrantLedger(database.jdbi());
    }

    /** From now on each own entry is shown to a test before it is committed. */
    void watch(Consumer<JournalEvent> watcher) {
        watchers.told.add(watcher);
    }

    /** As the watch over grants notes it when a State says so in its journal. */
    void withdrawn(AcceptedGrant grant, String why) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO watch_withdrawal (serial, said_by, words_fr, words_en) VALUES (?, 'BF', ?, ?)",
                        grant.serial().value(),
                        "La règle BF-7 a été retirée (loi 010-2004/AN, article 24).",
                        why));
    }

    /** Reads an entry of another State's journal. */
    void hear(State saidBy, JournalEvent event) {
        Instant now = own.clock().instant();
        own.jdbi()
                .useTransaction(handle -> PROJECTIONS.forEach(
                        projection -> projection.apply(handle, saidBy, heard.incrementAndGet(), event, now)));
    }

    /** Reads all that another State has journaled of copies. */
    void hear(TrialRecord other) {
        State saidBy = other.own.journal().state();
        other.journaled(ReplicaSealed.class).forEach(event -> hear(saidBy, event));
        other.journaled(ReplicaGiven.class).forEach(event -> hear(saidBy, event));
    }

    /** All that this State has journaled of a kind, in order. */
    <E extends JournalEvent> List<E> journaled(Class<E> type) {
        return own.journal().read(0, 10_000).stream()
                .map(JournalEntry::opening)
                .flatMap(opening -> JournalJson.event(opening.payload()).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }

    private static final class Watchers implements JournalProjection {
        private final List<Consumer<JournalEvent>> told = new CopyOnWriteArrayList<>();

        @Override
        public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
            told.forEach(watcher -> watcher.accept(event));
        }

        @Override
        public void clear(Handle handle) {
            // Nothing is kept.
        }
    }
}
