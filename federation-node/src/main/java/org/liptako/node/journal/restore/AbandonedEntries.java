package org.liptako.node.journal.restore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.liptako.pki.name.State;

/** Which entries this State's officers have given up, and for whose lack, as its journal says: what these States show of them holds the journal no more. Thread-safe. */
public final class AbandonedEntries {
    private final Jdbi jdbi;

    public AbandonedEntries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Entries that were given up.
     *
     * @param first the first index that was given anew
     * @param end the first index after those that were known to be signed; there may have been more
     */
    record Branch(State keeper, long first, long end, Instant declaredAt) {
        /** Whether so many entries, signed then, end among those that were given up. */
        boolean holds(long size, Instant signedAt) {
            return size > first && !signedAt.isAfter(declaredAt);
        }

        /** Whether so many entries end among those that were known to be signed. */
        boolean holds(long size) {
            return size > first && size <= end;
        }
    }

    /** What was given up for the lack of a State. */
    List<Branch> of(State keeper) {
        return all().stream().filter(branch -> branch.keeper() == keeper).toList();
    }

    /** All that was given up. */
    List<Branch> all() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT keeper, first_index, end_index, declared_at FROM journal_abandoned")
                .map((row, context) -> branch(row))
                .list());
    }

    private static Branch branch(ResultSet row) throws SQLException {
        return new Branch(
                State.valueOf(row.getString("keeper")),
                row.getLong("first_index"),
                row.getLong("end_index"),
                row.getObject("declared_at", OffsetDateTime.class).toInstant());
    }
}
