package org.liptako.node.registry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Writes statements as intervals of two times, in the caller's transaction.
 *
 * <p>A statement holds from an instant until an end, or for good; whatever its key said of that stretch before is overruled, also where that began later: the
 * order of a journal is the order in which its State has spoken, whatever the clocks of its nodes say. What is overruled stays as what was known until then.
 */
final class Timeline {
    private static final String KEY = "kind = :kind AND subject = :subject AND place = :place AND said_by = :saidBy";
    private static final String KNOWN_NOW = KEY + " AND known_to = 'infinity'";
    private static final String COLUMNS =
            "kind, subject, place, said_by, authoritative, value, journal_index, held_from, held_to, known_from, known_to";

    /** Instants outside these are as good as never, and PostgreSQL would not take them all. */
    private static final Instant FIRST = Instant.EPOCH;

    static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /** Which stretch of the time line is written; an end of null is never. */
    record Stretch(Instant from, @Nullable Instant until) {
        static Stretch from(Instant from) {
            return new Stretch(from, null);
        }
    }

    /** What is stated: a JSON text, from which entry, known since when. */
    record Entry(boolean authoritative, String value, long journalIndex, Instant knownFrom) {}

    void state(Handle handle, StatementKey key, Stretch stretch, Entry entry) {
        OffsetDateTime from = timestamp(stretch.from());
        Optional<OffsetDateTime> until = Optional.ofNullable(stretch.until()).map(Timeline::timestamp);
        cut(handle, key, from, until, entry.knownFrom());
        bind(
                        handle.createUpdate(
                                "INSERT INTO registry_statement (" + COLUMNS
                                        + ") VALUES (:kind, :subject, :place, :saidBy,"
                                        + " :authoritative, :value, :index, :from, COALESCE(CAST(:until AS timestamptz), 'infinity'), :known, 'infinity')"),
                        key)
                .bind("authoritative", entry.authoritative())
                .bind("value", entry.value())
                .bind("index", entry.journalIndex())
                .bind("from", from)
                .bindByType("until", until.orElse(null), OffsetDateTime.class)
                .bind("known", timestamp(entry.knownFrom()))
                .execute();
    }

    /** Nothing is stated from then on. */
    void end(Handle handle, StatementKey key, Instant from, Instant knownFrom) {
        cut(handle, key, timestamp(from), Optional.empty(), knownFrom);
    }

    /** When the first statement begins that is known now to begin at this instant or later. */
    Optional<Instant> nextStart(Handle handle, StatementKey key, Instant from) {
        return bind(
                        handle.createQuery("SELECT min(held_from) FROM registry_statement WHERE " + KNOWN_NOW
                                + " AND held_from >= :from"),
                        key)
                .bind("from", timestamp(from))
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant);
    }

    /** Frees the stretch: rows that reach into it are known no longer; what of them lies outside is known anew. */
    private static void cut(
            Handle handle, StatementKey key, OffsetDateTime from, Optional<OffsetDateTime> until, Instant knownFrom) {
        String closed = "WITH closed AS (UPDATE registry_statement SET known_to = :known WHERE " + KNOWN_NOW
                + " AND held_from < COALESCE(CAST(:until AS timestamptz), 'infinity') AND held_to > :from RETURNING *)";
        String before = "SELECT kind, subject, place, said_by, authoritative, value, journal_index, held_from,"
                + " CAST(:from AS timestamptz), CAST(:known AS timestamptz),"
                + " 'infinity'::timestamptz FROM closed WHERE held_from < :from";
        String after = "SELECT kind, subject, place, said_by, authoritative, value, journal_index,"
                + " CAST(:until AS timestamptz), held_to, CAST(:known AS timestamptz),"
                + " 'infinity'::timestamptz FROM closed WHERE held_to > CAST(:until AS timestamptz)";
        bind(
                        handle.createUpdate(closed + " INSERT INTO registry_statement (" + COLUMNS + ") " + before
                                + " UNION ALL " + after),
                        key)
                .bind("from", from)
                .bindByType("until", until.orElse(null), OffsetDateTime.class)
                .bind("known", timestamp(knownFrom))
                .execute();
    }

    static <S extends SqlStatement<S>> S bind(S statement, StatementKey key) {
        return statement
                .bind("kind", key.kind().name())
                .bind("subject", key.subject())
                .bind("place", key.place())
                .bind("saidBy", key.saidBy().name());
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The instant as precise as PostgreSQL keeps it, or the nearest that a time line reaches to. */
    static Instant within(Instant instant) {
        return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether a time line reaches to this instant. */
    static boolean reaches(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(LAST);
    }

    /** Empties the registry. */
    void clear(Handle handle) {
        handle.execute("TRUNCATE registry_statement");
    }
}
