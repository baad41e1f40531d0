package org.liptako.node.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.name.State;

/** Reads statements: what is known now, or what was known then. */
final class StatementStore {
    static final String COLUMNS = "subject, place, said_by, authoritative, value, journal_index, held_from, known_from";
    static final String SELECT = "SELECT " + COLUMNS + " FROM registry_statement ";
    // Written out, so that the index over what is known now serves it.
    static final String KNOWN_NOW = " AND known_to = 'infinity'";
    static final String HELD = " AND held_from <= :held AND held_to > :held";
    static final String ORDER = " ORDER BY subject, place, authoritative DESC, said_by";

    /** What one State says of one subject, as it holds at an instant and is known now. */
    <T> Optional<Stated<T>> one(Handle handle, StatementKey key, Class<T> type, Instant held) {
        return Timeline.bind(
                        handle.createQuery(SELECT
                                + "WHERE kind = :kind AND subject = :subject AND place = :place AND said_by = :saidBy"
                                + KNOWN_NOW + HELD),
                        key)
                .bind("held", Timeline.timestamp(held))
                .map((row, context) -> stated(row, type))
                .findOne();
    }

    /** What every State says of one subject, wherever; by place, the last word first. */
    <T> List<Stated<T>> about(Handle handle, StatementKind kind, String subject, Class<T> type, Instant held) {
        return read(
                handle.createQuery(SELECT + "WHERE kind = :kind AND subject = :subject" + KNOWN_NOW + HELD + ORDER)
                        .bind("subject", subject),
                kind,
                type,
                held);
    }

    /** What was said last of one subject, so much at most. */
    <T> List<Stated<T>> latestAbout(
            Handle handle, StatementKind kind, String subject, Class<T> type, Instant held, int most) {
        return read(
                handle.createQuery(SELECT + "WHERE kind = :kind AND subject = :subject" + KNOWN_NOW + HELD
                                + " ORDER BY held_from DESC, place, said_by LIMIT :most")
                        .bind("subject", subject)
                        .bind("most", most),
                kind,
                type,
                held);
    }

    /** The same, as it was known at another instant. */
    <T> List<Stated<T>> about(
            Handle handle, StatementKind kind, String subject, Class<T> type, Instant held, Instant known) {
        return read(
                handle.createQuery(SELECT
                                + "WHERE kind = :kind AND subject = :subject AND known_from <= :known AND known_to > :known"
                                + HELD + ORDER)
                        .bind("subject", subject)
                        .bind("known", Timeline.timestamp(known)),
                kind,
                type,
                held);
    }

    /** What every State says of everything of a kind, as it was known at an instant; for kinds of which there are few. */
    <T> List<Stated<T>> all(Handle handle, StatementKind kind, Class<T> type, Instant held, Instant known) {
        return read(
                handle.createQuery(SELECT + "WHERE kind = :kind AND known_from <= :known AND known_to > :known" + HELD
                                + ORDER)
                        .bind("known", Timeline.timestamp(known)),
                kind,
                type,
                held);
    }

    /** What those with the last word say of each of some subjects. */
    <T> List<Stated<T>> among(Handle handle, StatementKind kind, List<String> subjects, Class<T> type, Instant held) {
        return read(
                handle.createQuery(SELECT + "WHERE kind = :kind AND subject = ANY (:subjects) AND authoritative"
                                + KNOWN_NOW + HELD + ORDER)
                        .bindArray("subjects", String.class, subjects),
                kind,
                type,
                held);
    }

    /** What those with the last word say of everything of a kind; a page of it. */
    <T> List<Stated<T>> page(Handle handle, StatementKind kind, Class<T> type, Page page, Instant held) {
        return read(
                handle.createQuery(SELECT
                                + "WHERE kind = :kind AND (subject, place) > (:afterSubject, :afterPlace)"
                                + " AND subject LIKE :prefix AND authoritative" + KNOWN_NOW + HELD + ORDER
                                + " LIMIT :most")
                        .bind("afterSubject", page.afterSubject())
                        .bind("afterPlace", page.afterPlace())
                        .bind("prefix", page.prefix() + "%")
                        .bind("most", page.most()),
                kind,
                type,
                held);
    }

    /** What those with the last word say lies at a place. */
    <T> List<Stated<T>> at(Handle handle, StatementKind kind, String place, Class<T> type, Page page, Instant held) {
        return read(
                handle.createQuery(SELECT
                                + "WHERE kind = :kind AND place = :place AND subject > :afterSubject AND subject LIKE :prefix"
                                + " AND place <> '' AND authoritative" + KNOWN_NOW + HELD + ORDER + " LIMIT :most")
                        .bind("place", place)
                        .bind("afterSubject", page.afterSubject())
                        .bind("prefix", page.prefix() + "%")
                        .bind("most", page.most()),
                kind,
                type,
                held);
    }

    static <T> List<Stated<T>> read(Query query, StatementKind kind, Class<T> type, Instant held) {
        return query.bind("kind", kind.name())
                .bind("held", Timeline.timestamp(held))
                .map((row, context) -> stated(row, type))
                .list();
    }

    static <T> Stated<T> stated(ResultSet row, Class<T> type) throws SQLException {
        return new Stated<>(
                row.getString("subject"),
                row.getString("place"),
                row.getBoolean("authoritative"),
                JournalJson.read(row.getString("value"), type),
                new Source(
                        State.valueOf(row.getString("said_by")),
                        row.getLong("journal_index"),
                        instant(row, "held_from"),
                        instant(row, "known_from")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
