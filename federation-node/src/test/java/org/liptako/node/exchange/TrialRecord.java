package org.liptako.node.exchange;

import java.time.Clock;
import java.util.List;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.exchange.courier.CourierProjection;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.placement.TrialCatalogue;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.pki.name.State;

/** What a State's node records, on a PostgreSQL database of its own. */
final class TrialRecord implements AutoCloseable {
    private final TestDatabase database = TestDatabase.fresh();
    private final SiteRecord own;

    TrialRecord(State state) {
        Clock clock = Clock.systemUTC();
        Journal journal =
                new Journal(database.jdbi(), state, clock, List.of(new RegistryProjection(), new CourierProjection()));
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
}
