package org.liptako.node.journal.witness;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.Cosignature;
import org.liptako.pki.tlog.NoteSignature;
import org.liptako.pki.tlog.SignedNote;

/** What the other States have cosigned of this State's journal, each last. Thread-safe. */
public final class OwnCosignatures {
    private final Jdbi jdbi;
    private final List<Runnable> kept = new CopyOnWriteArrayList<>();

    public OwnCosignatures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The last checkpoint that a State cosigned.
     *
     * @param note as this State signed it, with that one cosignature
     * @param at when the witness says that it cosigned
     */
    public record Witnessed(State witness, long size, Digest root, SignedNote note, Instant at) {}

    /** Keeps a cosignature that was found good; of two by one witness, the one over more entries. */
    public void keep(State witness, Checkpoint checkpoint, SignedNote note, Cosignature cosignature) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO own_cosignature (witness, size, root, note, line, cosigned_at)"
                                + " VALUES (:witness, :size, :root, :note, :line, :at) ON CONFLICT (witness) DO UPDATE SET"
                                + " size = :size, root = :root, note = :note, line = :line, cosigned_at = :at"
                                + " WHERE own_cosignature.size <= :size")
                .bind("witness", witness.name())
                .bind("size", checkpoint.size())
                .bind("root", checkpoint.root().toBytes())
                .bind("note", note.toString())
                .bind("line", cosignature.signature().line())
                .bind("at", cosignature.time().atOffset(ZoneOffset.UTC))
                .execute());
        kept.forEach(Runnable::run);
    }

    /**
     * Calls this whenever this process has kept a cosignature. It must return quickly.
     *
     * @return what ends the listening
     */
    Runnable onKept(Runnable listener) {
        kept.add(listener);
        return () -> kept.remove(listener);
    }

    /** What each State cosigned last, the largest first. */
    public List<Witnessed> last() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT witness, size, root, note, line, cosigned_at"
                        + " FROM own_cosignature ORDER BY size DESC, witness")
                .map((row, context) -> new Witnessed(
                        State.valueOf(row.getString("witness")),
                        row.getLong("size"),
                        Digest.of(row.getBytes("root")),
                        SignedNote.parse(row.getString("note").getBytes(StandardCharsets.UTF_8))
                                .with(List.of(NoteSignature.parse(row.getString("line")))),
                        row.getObject("cosigned_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /** What a State cosigned last; empty if nothing. */
    public Optional<Witnessed> last(State witness) {
        return last().stream().filter(one -> one.witness() == witness).findFirst();
    }

    /** A checkpoint of this State's with the cosignatures that are kept of it. */
    public SignedNote joined(SignedNote note) {
        List<NoteSignature> lines = last().stream()
                .filter(one -> one.note().text().equals(note.text()))
                .flatMap(one -> one.note().signatures().stream())
                .toList();
        return note.with(lines);
    }
}
