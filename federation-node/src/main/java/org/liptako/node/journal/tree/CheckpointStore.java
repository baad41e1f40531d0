package org.liptako.node.journal.tree;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.SignedNote;

/** The table of the last checkpoints. Every method works in the caller's transaction. */
final class CheckpointStore {
    Optional<SignedCheckpoint> last(Handle handle, State state) {
        return handle.createQuery("SELECT size, root, note, signed_at FROM journal_checkpoint WHERE state = :state")
                .bind("state", state.name())
                .map((row, context) -> new SignedCheckpoint(
                        row.getLong("size"),
                        Digest.of(row.getBytes("root")),
                        SignedNote.parse(row.getString("note").getBytes(StandardCharsets.UTF_8)),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    void keep(Handle handle, State state, SignedCheckpoint signed) {
        handle.createUpdate("INSERT INTO journal_checkpoint (state, size, root, note, signed_at)"
                        + " VALUES (:state, :size, :root, :note, :at) ON CONFLICT (state) DO UPDATE"
                        + " SET size = :size, root = :root, note = :note, signed_at = :at")
                .bind("state", state.name())
                .bind("size", signed.size())
                .bind("root", signed.root().toBytes())
                .bind("note", signed.note().toString())
                .bind("at", signed.at().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
