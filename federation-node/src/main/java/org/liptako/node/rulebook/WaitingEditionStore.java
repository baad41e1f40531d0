package org.liptako.node.rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.policy.rules.SourceFile;

/** Keeps the editions that wait for signatures, for every process of the State. */
final class WaitingEditionStore {
    /** What is kept of one. */
    @SuppressWarnings("ArrayRecordComponent") // Shared with nobody, and never compared.
    record Row(byte[] content, byte[] signatures, String submittedBy, Instant submittedAt) {
        String digest() {
            return signed(List.of()).digest();
        }

        SignedEdition signed(List<SourceFile> files) {
            return new SignedEdition(content, signatures, files);
        }
    }

    /** Waits for whoever else of this State brings one, until the transaction ends. */
    void lock(Handle handle) {
        handle.execute("LOCK TABLE waiting_edition IN SHARE ROW EXCLUSIVE MODE");
    }

    long count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM waiting_edition")
                .mapTo(Long.class)
                .one();
    }

    void put(Handle handle, SignedEdition edition, String by, Instant now) {
        handle.createUpdate("""
                        INSERT INTO waiting_edition (digest, content, signatures, submitted_by, submitted_at)
                        VALUES (:digest, :content, :signatures, :by, :now)
                        """)
                .bind("digest", edition.digest())
                .bind("content", edition.content())
                .bind("signatures", edition.signatures().length == 0 ? null : edition.signatures())
                .bind("by", by)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        int position = 0;
        for (SourceFile file : edition.files()) {
            handle.createUpdate(
                            "INSERT INTO waiting_edition_file (digest, position, path, bytes) VALUES (:digest, :position, :path, :bytes)")
                    .bind("digest", edition.digest())
                    .bind("position", position++)
                    .bind("path", file.path())
                    .bind("bytes", file.bytes())
                    .execute();
        }
    }

    /** Newest first. */
    List<Row> all(Handle handle) {
        return handle.createQuery(
                        "SELECT content, signatures, submitted_by, submitted_at FROM waiting_edition ORDER BY submitted_at DESC, digest")
                .map((row, context) -> row(row))
                .list();
    }

    /** One by its digest, which nobody else signs until the transaction ends. */
    Optional<Row> held(Handle handle, String digest) {
        return one(handle, digest, " FOR UPDATE");
    }

    Optional<Row> of(Handle handle, String digest) {
        return one(handle, digest, "");
    }

    private static Optional<Row> one(Handle handle, String digest, String how) {
        return handle.createQuery(
                        "SELECT content, signatures, submitted_by, submitted_at FROM waiting_edition WHERE digest = :digest"
                                + how)
                .bind("digest", digest)
                .map((row, context) -> row(row))
                .findOne();
    }

    List<SourceFile> files(Handle handle, String digest) {
        return handle.createQuery(
                        "SELECT path, bytes FROM waiting_edition_file WHERE digest = :digest ORDER BY position")
                .bind("digest", digest)
                .map((row, context) -> new SourceFile(row.getString(1), row.getBytes(2)))
                .list();
    }

    void sign(Handle handle, String digest, byte[] signatures) {
        handle.createUpdate("UPDATE waiting_edition SET signatures = :signatures WHERE digest = :digest")
                .bind("signatures", signatures)
                .bind("digest", digest)
                .execute();
    }

    void remove(Handle handle, String digest) {
        handle.createUpdate("DELETE FROM waiting_edition WHERE digest = :digest")
                .bind("digest", digest)
                .execute();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getBytes("content"),
                Optional.ofNullable(row.getBytes("signatures")).orElseGet(() -> new byte[0]),
                row.getString("submitted_by"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant());
    }
}
