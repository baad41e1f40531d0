package org.liptako.node.placement.watch;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.ReplicaState;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.SiteId;

/** A State with a great many copies, fifty of each dataset among its data centres, written into the registry without a journal: as years of entries would leave it. */
final class ManyCopies {
    static final int OF_EACH = 50;

    private static final int AT_ONCE = 1_000;

    private static final Instant SINCE = Instant.parse("2026-06-01T00:00:00Z");

    private final TrialWatch mali;
    private final int datasets;
    private final int sites;

    /** @param sites at least as many as there are copies of each */
    ManyCopies(TrialWatch mali, int datasets, int sites) {
        this.mali = mali;
        this.datasets = datasets;
        this.sites = sites;
    }

    /** Writes the rows; every copy has been judged, and nothing was said against it. */
    void write() {
        mali.jdbi().useTransaction(handle -> {
            described(handle);
            // A statement may take no longer than the node's database gives it.
            for (int first = 0; first < datasets; first += AT_ONCE) {
                copies(handle, first, Math.min(first + AT_ONCE, datasets) - 1);
            }
        });
        mali.jdbi().useHandle(handle -> handle.execute("ANALYZE registry_statement; ANALYZE watch_copy"));
    }

    DatasetId dataset(int number) {
        return new DatasetId("ML-M-" + number);
    }

    /** One of the datasets is of another class from now on. */
    void reclassify(int number, String classification) {
        mali.journal.append(new DatasetRecorded(
                mali.journal.now(), TrialWatch.described(dataset(number), classification, "HEALTH")));
    }

    private void described(Handle handle) {
        Site site = new Site(
                new SiteId("ML-S0000-1"),
                new Country("ML"),
                "Ville",
                "Centre de données",
                12.5,
                -8,
                "invented",
                "STATE_OPERATED",
                new Country("ML"),
                null,
                3,
                "CLAIMED",
                false,
                null,
                1_000_000_000L);
        handle.createUpdate(insert("'SITE'", "'ML-S' || lpad(n::text, 4, '0') || '-1'", "''")
                        + " replace(:value, 'S0000', 'S' || lpad(n::text, 4, '0')) FROM generate_series(0, :last) AS n")
                .bind("value", JournalJson.write(site))
                .bind("last", sites - 1)
                .execute();
        handle.createUpdate(insert("'DATASET'", "'ML-M-' || n", "''")
                        + " replace(:value, 'ML-M-0', 'ML-M-' || n) FROM generate_series(0, :last) AS n")
                .bind("value", JournalJson.write(TrialWatch.described(dataset(0), "INTERNAL", "HEALTH")))
                .bind("last", datasets - 1)
                .execute();
    }

    private void copies(Handle handle, int first, int last) {
        String place = "'ML-S' || lpad(((n * 7 + k) % " + sites + ")::text, 4, '0') || '-1'";
        String all = " FROM generate_series(:first, :last) AS n, generate_series(0, :each) AS k";
        ReplicaState unproven = new ReplicaState(ReplicaStatus.UNPROVEN, new Country("ML"), null, null, false);
        for (String insertion : List.of(
                insert("'REPLICA'", "'ML-M-' || n", place) + " :value" + all,
                "INSERT INTO watch_copy (dataset, site, home, host, judged_at, next_at, cause) SELECT 'ML-M-' || n, "
                        + place + ", 'ML', 'ML', TIMESTAMPTZ '2026-06-01 00:00:00Z', 'infinity', 'TIME'" + all
                        + " WHERE :value <> ''")) {
            handle.createUpdate(insertion)
                    .bind("value", JournalJson.write(unproven))
                    .bind("first", first)
                    .bind("last", last)
                    .bind("each", OF_EACH - 1)
                    .execute();
        }
    }

    private static String insert(String kind, String subject, String place) {
        return "INSERT INTO registry_statement (held_to, known_to, held_from, known_from, said_by, authoritative,"
                + " journal_index, kind, subject, place, value) SELECT 'infinity', 'infinity', TIMESTAMPTZ '" + SINCE
                + "', TIMESTAMPTZ '" + SINCE + "', 'ML', true, 0, " + kind + ", " + subject + ", " + place + ",";
    }
}
