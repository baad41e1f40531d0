package org.liptako.node.inquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** The questions that callers have kept, each under names of their own. */
final class SavedQuestionStore {
    private static final int MOST = 100;
    private static final TypeReference<Map<String, String>> BLANKS = new TypeReference<>() {};

    private final Jdbi jdbi;

    SavedQuestionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A kept question; its blanks by their names, as they were filled in. */
    record Saved(String name, String question, Map<String, String> blanks, Instant savedAt) {}

    /**
     * Keeps a question, in the place of the one of that name.
     *
     * @throws Failure TOO_MUCH if the caller has kept a hundred others
     */
    void save(String caller, Saved saved) {
        jdbi.useTransaction(handle -> {
            // One caller's savings wait for each other, so that none is one too many.
            handle.execute("LOCK TABLE inquiry_saved IN SHARE ROW EXCLUSIVE MODE");
            int others = handle.createQuery(
                            "SELECT count(*) FROM inquiry_saved WHERE caller = :caller AND name <> :name")
                    .bind("caller", caller)
                    .bind("name", saved.name())
                    .mapTo(Integer.class)
                    .one();
            if (others >= MOST) {
                throw Failure.of(
                        ErrorCode.TOO_MUCH,
                        "Vous gardez déjà " + MOST + " questions ; oubliez-en une d'abord.",
                        "You keep " + MOST + " questions already; forget one first.");
            }
            handle.createUpdate("INSERT INTO inquiry_saved (caller, name, question, blanks, saved_at)"
                            + " VALUES (:caller, :name, :question, :blanks, :at) ON CONFLICT (caller, name) DO UPDATE"
                            + " SET question = :question, blanks = :blanks, saved_at = :at")
                    .bind("caller", caller)
                    .bind("name", saved.name())
                    .bind("question", saved.question())
                    .bind("blanks", JournalJson.write(saved.blanks()))
                    .bind("at", saved.savedAt().atOffset(ZoneOffset.UTC))
                    .execute();
        });
    }

    /** The caller's, by name. */
    List<Saved> of(String caller) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM inquiry_saved WHERE caller = :caller ORDER BY name")
                        .bind("caller", caller)
                        .map((row, context) -> saved(row))
                        .list());
    }

    /**
     * Keeps one no longer.
     *
     * @throws Failure NOT_KNOWN if the caller keeps none of that name
     */
    void forget(String caller, String name) {
        int forgotten = jdbi.withHandle(
                handle -> handle.createUpdate("DELETE FROM inquiry_saved WHERE caller = :caller AND name = :name")
                        .bind("caller", caller)
                        .bind("name", name)
                        .execute());
        if (forgotten == 0) {
            throw Failure.of(
                    ErrorCode.NOT_KNOWN,
                    "Vous ne gardez aucune question de ce nom.",
                    "You keep no question of that name.");
        }
    }

    private static Saved saved(ResultSet row) throws SQLException {
        try {
            return new Saved(
                    row.getString("name"),
                    row.getString("question"),
                    JournalJson.mapper().readValue(row.getString("blanks"), BLANKS),
                    row.getObject("saved_at", OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("a kept question has blanks that this program has not written", notOurs);
        }
    }
}
