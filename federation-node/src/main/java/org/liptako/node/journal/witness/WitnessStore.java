package org.liptako.node.journal.witness;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.MerkleHash;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.SignedNote;

/** What a witness must not forget. Every method works in the caller's transaction. */
final class WitnessStore {
    /** What was cosigned last; before the first, the tree without entries. */
    record Known(long size, Digest root, String note, Instant at) {
        static final Known NOTHING = new Known(0, MerkleHash.empty(), "", Instant.EPOCH);

        /** The checkpoint as that State signed it; empty before the first. */
        Optional<SignedNote> signed() {
            return note.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Holds everyone else off a State's checkpoint until the transaction ends. */
    Known lock(Handle handle, State state) {
        handle.createUpdate("INSERT INTO witnessed_checkpoint (state, size, root, note, accepted_at)"
                        + " VALUES (:state, 0, :root, '', :at) ON CONFLICT DO NOTHING")
                .bind("state", state.name())
                .bind("at", Known.NOTHING.at().atOffset(ZoneOffset.UTC))
                .bind("root", Known.NOTHING.root().toBytes())
                .execute();
        return query(handle, state, " FOR UPDATE").orElseThrow();
    }

    Known known(Handle handle, State state) {
        return query(handle, state, "").orElse(Known.NOTHING);
    }

    private static Optional<Known> query(Handle handle, State state, String lock) {
        return handle.createQuery(
                        "SELECT size, root, note, accepted_at FROM witnessed_checkpoint WHERE state = :state" + lock)
                .bind("state", state.name())
                .map((row, context) -> new Known(
                        row.getLong("size"),
                        Digest.of(row.getBytes("root")),
                        row.getString("note"),
                        row.getObject("accepted_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    void advance(Handle handle, State state, Checkpoint checkpoint, String note, Instant at) {
        handle.createUpdate("UPDATE witnessed_checkpoint SET size = :size, root = :root, note = :note,"
                        + " accepted_at = :at WHERE state = :state")
                .bind("state", state.name())
                .bind("size", checkpoint.size())
                .bind("root", checkpoint.root().toBytes())
                .bind("note", note)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /**
     * Keeps what a State signed against its own word; says whether it is new.
     *
     * @param against what it contradicts: a note, or the text of the checkpoint that the followed entries make
     */
    boolean keepRefused(Handle handle, State state, Checkpoint checkpoint, String note, String against, Instant at) {
        return handle.createUpdate("INSERT INTO refused_checkpoint (state, size, root, note, against, refused_at)"
                                + " VALUES (:state, :size, :root, :note, :against, :at) ON CONFLICT DO NOTHING")
                        .bind("state", state.name())
                        .bind("size", checkpoint.size())
                        .bind("root", checkpoint.root().toBytes())
                        .bind("note", note)
                        .bind("against", against)
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }
}
