package org.liptako.node.inquiry;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.GrantSummary;
import org.liptako.pki.name.State;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * {@link TrialDatasets} in the registry's own table, until it has so many rows on copies; every fifth dataset is secret, and these come first of all.
 *
 * @param datasets how many there are
 * @param rows how many rows on copies
 */
record FilledRegistry(TrialDatasets trial, int datasets, long rows) {
    private static final int ROWS_OF_EACH = 34;
    private static final int BUFFER = 1 << 20;
    private static final String COPY =
            "COPY registry_statement (kind, subject, place, said_by, authoritative, value, journal_index,"
                    + " held_from, held_to, known_from, known_to) FROM STDIN";

    static FilledRegistry fill(Jdbi jdbi, long rows) {
        TrialDatasets trial = new TrialDatasets((int) (rows / ROWS_OF_EACH / 5));
        List<String> indexes = jdbi.withHandle(FilledRegistry::takeIndexes);
        Filling filling = new Filling(trial);
        jdbi.useHandle(handle -> filling.until(handle, rows));
        jdbi.useHandle(handle -> {
            handle.execute("SET maintenance_work_mem = '512MB'");
            indexes.forEach(handle::execute);
            handle.execute("RESET maintenance_work_mem");
        });
        jdbi.useHandle(handle -> handle.execute("VACUUM ANALYZE registry_statement"));
        // No node is filled and asked in one minute: what the disk still has to take of the filling would be waited for
        // by each question's record.
        jdbi.useHandle(handle -> handle.execute("CHECKPOINT"));
        return new FilledRegistry(trial, filling.datasets, filling.copyRows);
    }

    /** As they are when the table is full, they are made once instead of grown row by row. */
    private static List<String> takeIndexes(Handle handle) {
        List<String> definitions = handle.createQuery(
                        "SELECT indexdef FROM pg_indexes WHERE tablename = 'registry_statement' ORDER BY indexname")
                .mapTo(String.class)
                .list();
        handle.createQuery("SELECT indexname FROM pg_indexes WHERE tablename = 'registry_statement'")
                .mapTo(String.class)
                .list()
                .forEach(name -> handle.execute("DROP INDEX " + name));
        return definitions;
    }

    private static final class Filling {
        private final TrialDatasets trial;
        private final StringBuilder text = new StringBuilder();
        private int datasets;
        private long copyRows;

        private Filling(TrialDatasets trial) {
            this.trial = trial;
        }

        private void until(Handle handle, long rows) {
            try {
                CopyIn copy = handle.getConnection()
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(COPY);
                TrialDatasets.sites().forEach(this::site);
                while (copyRows < rows) {
                    dataset(datasets++);
                    if (text.length() > BUFFER || copyRows >= rows) {
                        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                        copy.writeToCopy(bytes, 0, bytes.length);
                        text.setLength(0);
                    }
                }
                copy.endCopy();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void site(Site site) {
            State saidBy = site.id().state().orElse(State.ML);
            lasting("SITE", site.id().value(), saidBy, JournalJson.write(site), TrialDatasets.BEGIN);
        }

        private void dataset(int number) {
            Dataset dataset = trial.dataset(number);
            lasting("DATASET", dataset.id().value(), dataset.home(), JournalJson.write(dataset), TrialDatasets.BEGIN);
            for (GrantSummary grant : TrialDatasets.grants(number)) {
                lasting("GRANT", grant.serial().value(), grant.home(), JournalJson.write(grant), grant.granted());
            }
            for (CopyHistory copy : TrialDatasets.copies(number)) {
                copy.rows(row -> {
                    copyRows++;
                    row("REPLICA", dataset.id().value(), copy.site().value(), copy.saidBy(), copy.authoritative());
                    text.append(JournalJson.write(row.said().state()))
                            .append('\t')
                            .append(row.index())
                            .append('\t');
                    times(row.heldFrom(), row.heldTo(), row.knownFrom(), row.knownTo());
                });
            }
        }

        private void lasting(String kind, String subject, State saidBy, String value, Instant since) {
            row(kind, subject, "", saidBy, true);
            text.append(value).append("\t0\t");
            times(since, null, since, null);
        }

        private void row(String kind, String subject, String place, State saidBy, boolean authoritative) {
            text.append(kind)
                    .append('\t')
                    .append(subject)
                    .append('\t')
                    .append(place)
                    .append('\t');
            text.append(saidBy).append('\t').append(authoritative).append('\t');
        }

        private void times(Instant heldFrom, @Nullable Instant heldTo, Instant knownFrom, @Nullable Instant knownTo) {
            text.append(heldFrom)
                    .append('\t')
                    .append(heldTo == null ? "infinity" : heldTo)
                    .append('\t');
            text.append(knownFrom)
                    .append('\t')
                    .append(knownTo == null ? "infinity" : knownTo)
                    .append('\n');
        }
    }
}
