package org.liptako.node.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.registry.RequestFields;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;

/** Who asked this node what. */
public final class InquiryStore {
    private static final Sentence TOKENS = new Sentence(
            "le jeton d'une réponse, ou rien pour la première page",
            "an answer's token, or nothing for the first page");

    private final Jdbi jdbi;

    InquiryStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * That somebody asked something.
     *
     * @param question its name
     * @param format of the file, for an export; empty for a page
     * @param rows how many were given; of an export that was broken off, those of the pages that were read for it
     */
    public record Inquiry(
            long id, Instant askedAt, String caller, String question, Sentence words, String format, long rows) {}

    /** What somebody asks, before it is answered. */
    record Said(Instant at, String caller, String question, Sentence words, String format) {}

    /** Records what is asked and how many rows are about to be given for it; gives the record's number. */
    long record(Said said, long rows) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "INSERT INTO inquiry (asked_at, caller, question, words_fr, words_en, format, row_count)"
                                + " VALUES (:at, :caller, :question, :fr, :en, :format, :rows)")
                .bind("at", said.at().atOffset(ZoneOffset.UTC))
                .bind("caller", said.caller())
                .bind("question", said.question())
                .bind("fr", said.words().fr())
                .bind("en", said.words().en())
                .bind("format", said.format())
                .bind("rows", rows)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    /** Records how many rows were given by now. */
    void given(long id, long rows) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE inquiry SET row_count = :rows WHERE id = :id")
                .bind("rows", rows)
                .bind("id", id)
                .execute());
    }

    /**
     * Where a list goes on: after so many of those that were asked at an instant. A number of the record's own would tell whoever sees their own questions alone how
     * many others asked in between.
     */
    public record Place(Instant at, int skipped) {
        /** Before which nothing was asked. */
        public static final Place START = new Place(Instant.parse("2199-12-31T23:59:59Z"), 0);

        /**
         * A place as it was written.
         *
         * @throws Failure INVALID_REQUEST if it is none
         */
        public static Place parse(String token) {
            if (token.isEmpty()) {
                return START;
            }
            int slash = token.indexOf('/');
            try {
                int skipped = Integer.parseInt(token.substring(slash + 1));
                if (slash > 0 && skipped >= 0) {
                    return new Place(
                            RequestFields.instant("page_token", token.substring(0, slash))
                                    .orElseThrow(),
                            skipped);
                }
            } catch (NumberFormatException notOurs) {
                throw RequestFields.meaningless("page_token", token, TOKENS);
            }
            throw RequestFields.meaningless("page_token", token, TOKENS);
        }

        @Override
        public String toString() {
            return at + "/" + skipped;
        }

        /** The place after a page that began here. */
        public Place after(List<Inquiry> page) {
            Instant last = page.getLast().askedAt();
            int same = Math.toIntExact(page.stream()
                    .filter(inquiry -> inquiry.askedAt().equals(last))
                    .count());
            return new Place(last, last.equals(at) ? skipped + same : same);
        }
    }

    /** The latest first, from a place on; of one caller, or of all. */
    List<Inquiry> list(Optional<String> caller, Place from, int most) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("SELECT * FROM inquiry WHERE asked_at <= :at"
                            + (caller.isPresent() ? " AND caller = :caller" : "")
                            + " ORDER BY asked_at DESC, id DESC OFFSET :skipped LIMIT :most")
                    .bind("at", from.at().atOffset(ZoneOffset.UTC))
                    .bind("skipped", from.skipped())
                    .bind("most", most);
            caller.ifPresent(who -> query.bind("caller", who));
            return query.map((row, context) -> inquiry(row)).list();
        });
    }

    private static Inquiry inquiry(ResultSet row) throws SQLException {
        return new Inquiry(
                row.getLong("id"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("caller"),
                row.getString("question"),
                new Sentence(row.getString("words_fr"), row.getString("words_en")),
                row.getString("format"),
                row.getLong("row_count"));
    }
}
