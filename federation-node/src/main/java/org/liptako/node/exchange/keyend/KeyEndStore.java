package org.liptako.node.exchange.keyend;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.DatasetId;

/** The orders that this State's node carries out, in the database: one is kept before the key is touched, and gone on with after a kill. Thread-safe. */
final class KeyEndStore {
    private final Jdbi jdbi;

    KeyEndStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * An order that was found good.
     *
     * @param order the bytes that were signed
     * @param signers the officers who count, by name
     * @param index the entry in the journal; empty until the key is gone
     */
    record Ordered(KeyOrder order, List<String> signers, Instant orderedAt, Optional<Long> index) {
        Ordered {
            signers = List.copyOf(signers);
        }
    }

    Optional<Ordered> find(DatasetId dataset) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT document, signers, ordered_at, journal_index FROM dataset_key_end WHERE dataset = :dataset")
                .bind("dataset", dataset.value())
                .map((row, context) -> new Ordered(
                        KeyOrder.parse(row.getBytes("document")),
                        List.of((String[]) row.getArray("signers").getArray()),
                        row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable((Long) row.getObject("journal_index"))))
                .findOne());
    }

    /** Keeps an order; one that is there stays. */
    void keep(KeyOrder order, List<String> signers, Instant at) {
        jdbi.useHandle(
                handle -> handle.createUpdate("INSERT INTO dataset_key_end (dataset, document, signers, ordered_at)"
                                + " VALUES (:dataset, :document, :signers, :at) ON CONFLICT DO NOTHING")
                        .bind("dataset", order.dataset().value())
                        .bind("document", order.toJson())
                        .bindArray("signers", String.class, signers)
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .execute());
    }

    /** The datasets whose key is to be destroyed, or was. */
    List<DatasetId> datasets() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT dataset FROM dataset_key_end ORDER BY dataset")
                .mapTo(String.class)
                .map(DatasetId::new)
                .list());
    }

    void done(Handle handle, DatasetId dataset, long index) {
        handle.createUpdate("UPDATE dataset_key_end SET journal_index = :index WHERE dataset = :dataset")
                .bind("index", index)
                .bind("dataset", dataset.value())
                .execute();
    }
}
