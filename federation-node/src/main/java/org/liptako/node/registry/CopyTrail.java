package org.liptako.node.registry;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Which journal entries the registry has read about the copies of a dataset, whatever has become of them since. Thread-safe. */
@Singleton
public final class CopyTrail {
    private final Jdbi jdbi;

    /** Reads from this node's registry. */
    public CopyTrail(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An entry of a State's journal. */
    public record Step(State journal, long index) {}

    /** The entries about a dataset's copies, everywhere or at one site, in the order of States and indices; at most so many. */
    public List<Step> of(DatasetId dataset, Optional<SiteId> site, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT said_by, journal_index FROM registry_statement
                        WHERE kind IN ('REPLICA', 'ERASURE_WORD') AND subject = :dataset AND (:site = '' OR place = :site)
                        GROUP BY said_by, journal_index
                        ORDER BY array_position(ARRAY ['ML', 'BF', 'NE'], said_by), journal_index LIMIT :most
                        """)
                .bind("dataset", dataset.value())
                .bind("site", site.map(SiteId::value).orElse(""))
                .bind("most", most)
                .map((row, context) -> new Step(State.valueOf(row.getString("said_by")), row.getLong("journal_index")))
                .list());
    }
}
