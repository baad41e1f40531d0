package org.liptako.node.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Statements of several kinds, read by one way to the server: over a small answer, the ways are most of the time. Not thread-safe. */
final class StatementParts {
    private final List<Part<?>> parts = new ArrayList<>();

    /** What those with the last word say of each of some subjects. */
    <T> Part<T> among(StatementKind kind, List<String> subjects, Class<T> type, AsOf asOf) {
        return add(new Part<>(parts.size(), kind, subjects, type, asOf));
    }

    /** What every State says of everything of a kind; for kinds of which there are few. */
    <T> Part<T> all(StatementKind kind, Class<T> type, AsOf asOf) {
        return add(new Part<>(parts.size(), kind, null, type, asOf));
    }

    private <T> Part<T> add(Part<T> part) {
        parts.add(part);
        return part;
    }

    /** Reads all parts as of one moment, each in the order of its subjects and places. */
    StatementParts read(Handle handle) {
        Query query = handle.createQuery(
                parts.stream().map(Part::sql).collect(Collectors.joining(" UNION ALL ")) + StatementStore.ORDER);
        parts.forEach(part -> part.bind(query));
        query.map((row, context) -> parts.get(row.getInt("part")).add(row)).list();
        return this;
    }

    /** One of them. */
    static final class Part<T> {
        private final int number;
        private final StatementKind kind;
        private final @Nullable List<String> subjects;
        private final Class<T> type;
        private final AsOf asOf;
        private final List<Stated<T>> found = new ArrayList<>();

        private Part(int number, StatementKind kind, @Nullable List<String> subjects, Class<T> type, AsOf asOf) {
            this.number = number;
            this.kind = kind;
            this.subjects = subjects;
            this.type = type;
            this.asOf = asOf;
        }

        /** What was read; empty before that. */
        List<Stated<T>> found() {
            return found;
        }

        private String sql() {
            return "SELECT " + number + " AS part, " + StatementStore.COLUMNS
                    + " FROM registry_statement WHERE kind = '"
                    + kind + "'"
                    + (subjects == null ? "" : " AND subject = ANY (:subjects" + number + ") AND authoritative")
                    + asOf.condition(String.valueOf(number));
        }

        private void bind(Query query) {
            if (subjects != null) {
                query.bindArray("subjects" + number, String.class, subjects);
            }
            if (!asOf.latest()) {
                query.bind("known" + number, Timeline.timestamp(asOf.known()));
            }
            query.bind("held" + number, Timeline.timestamp(asOf.held()));
        }

        private boolean add(ResultSet row) throws SQLException {
            return found.add(StatementStore.stated(row, type));
        }
    }
}
