package org.liptako.node.exchange.recognition;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.liptako.pki.name.SiteId;

/** Which store each site has used last, as the database remembers it. Thread-safe. */
record RememberedStores(Clock clock) {
    /** Two nodes of a site that start at once name its store one after the other. */
    static void inTurn(Handle handle) {
        handle.execute("LOCK TABLE exchange_store IN SHARE ROW EXCLUSIVE MODE");
    }

    Optional<UUID> of(Handle handle, SiteId site) {
        return handle.createQuery("SELECT name FROM exchange_store WHERE site = :site")
                .bind("site", site.value())
                .mapTo(UUID.class)
                .findOne();
    }

    void put(Handle handle, SiteId site, UUID name) {
        handle.createUpdate("INSERT INTO exchange_store (site, name, since) VALUES (:site, :name, :now)"
                        + " ON CONFLICT (site) DO UPDATE SET name = :name, since = :now")
                .bind("site", site.value())
                .bind("name", name)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
