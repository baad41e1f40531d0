package org.liptako.node.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.wire.Sentence;

/** Who asked this node what. */
final class InquiryStore {
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
    record Inquiry(
            long id, Instant askedAt, String caller, String question, Sentence words, String format, long rows) {}

    /** Records a question and how many rows are about to be given for it; gives the record's number. */
    long record(String caller, Asked asked, String format, long rows) {
        Sentence words = asked.sentence();
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "INSERT INTO inquiry (asked_at, caller, question, words_fr, words_en, format, row_count)"
                                + " VALUES (:at, :caller, :question, :fr, :en, :format, :rows)")
                .bind("at", asked.now().atOffset(ZoneOffset.UTC))
                .bind("caller", caller)
                .bind("question", asked.question().key())
                .bind("fr", words.fr())
                .bind("en", words.en())
                .bind("format", format)
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
    record Place(Instant at, int skipped) {
        /** Before which nothing was asked. */
        static final Place START = new Place(Instant.parse("2199-12-31T23:59:59Z"), 0);

        /** The place after a page that began here. */
        Place after(List<Inquiry> page) {
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
