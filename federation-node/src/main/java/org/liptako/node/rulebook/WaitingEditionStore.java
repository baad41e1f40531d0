package org.liptako.node.rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.node.identity.Signatory;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RefusedEditionException;
import org.liptako.policy.rules.SourceFile;

/** Keeps the editions that wait for signatures, for every process of the State. */
final class WaitingEditionStore {
    /** What is kept of one. */
    @SuppressWarnings("ArrayRecordComponent") // Shared with nobody, and never compared.
    record Row(
            byte[] content,
            byte[] signatures,
            Signatory submittedBy,
            Instant submittedAt,
            Optional<Signatory> removalAskedBy) {
        String digest() {
            return signed(List.of()).digest();
        }

        SignedEdition signed(List<SourceFile> files) {
            return new SignedEdition(content, signatures, files);
        }

        /** As it was read when it was submitted. */
        HeldEdition held() {
            return read(signed(List.of()));
        }
    }

    /** What one that was kept says. */
    static HeldEdition read(SignedEdition kept) {
        try {
            return EditionJudge.read(kept);
        } catch (RefusedEditionException damaged) {
            throw new IllegalStateException(
                    "An edition that waits is damaged in the database: remove it from waiting_edition.", damaged);
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

    void put(Handle handle, SignedEdition edition, Signatory by, Instant now) {
        handle.createUpdate("""
                        INSERT INTO waiting_edition
                            (digest, content, signatures, submitted_by, submitted_certificate, submitted_key, submitted_at)
                        VALUES (:digest, :content, :signatures, :by, :certificate, :key, :now)
                        """)
                .bind("digest", edition.digest())
                .bind("content", edition.content())
                .bind("signatures", edition.signatures().length == 0 ? null : edition.signatures())
                .bind("by", by.party())
                .bind("certificate", by.certificate())
                .bind("key", by.key().orElse(null))
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
        return handle.createQuery("SELECT * FROM waiting_edition ORDER BY submitted_at DESC, digest")
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
        return handle.createQuery("SELECT * FROM waiting_edition WHERE digest = :digest" + how)
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

    void askRemoval(Handle handle, String digest, Signatory by) {
        handle.createUpdate("""
                        UPDATE waiting_edition SET removal_by = :by, removal_certificate = :certificate, removal_key = :key
                        WHERE digest = :digest
                        """)
                .bind("by", by.party())
                .bind("certificate", by.certificate())
                .bind("key", by.key().orElse(null))
                .bind("digest", digest)
                .execute();
    }

    void remove(Handle handle, String digest) {
        handle.createUpdate("DELETE FROM waiting_edition WHERE digest = :digest")
                .bind("digest", digest)
                .execute();
    }

    /** What is told of a digest under which none waits. */
    static Failure unknown() {
        return Failure.of(
                ErrorCode.NOT_KNOWN,
                "Aucune édition n'attend de signature sous cette empreinte : elle est publiée, ou retirée.",
                "No edition waits for signatures under this digest: it is published, or taken away.");
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getBytes("content"),
                Optional.ofNullable(row.getBytes("signatures")).orElseGet(() -> new byte[0]),
                signatory(row, "submitted_").orElseThrow(),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                signatory(row, "removal_"));
    }

    private static Optional<Signatory> signatory(ResultSet row, String act) throws SQLException {
        String by = row.getString(act + "by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Signatory(
                        by, row.getString(act + "certificate"), Optional.ofNullable(row.getString(act + "key"))));
    }
}
