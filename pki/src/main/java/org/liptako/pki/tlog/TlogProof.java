package org.liptako.pki.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.InclusionProof;

/**
 * Shows offline that an entry is in a log (C2SP tlog-proof, "Format"): its index, the way to the root, and the signed
 * checkpoint with its cosignatures. Immutable.
 */
public final class TlogProof {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int MOST_HASHES = 63;

    /** Longest proof that is read, in bytes: a note and as much again. */
    private static final int MOST_BYTES = 2 * SignedNote.MOST_BYTES;

    private final @Nullable String extra;
    private final InclusionProof inclusion;
    private final SignedNote note;

    private TlogProof(@Nullable String extra, InclusionProof inclusion, SignedNote note) {
        if (extra != null && LogText.base64(extra).length == 0) {
            throw new MalformedLogException(
                    "Une preuve sans données jointes n'a pas de ligne pour elles.",
                    "A proof without extra data has no line for it.");
        }
        this.extra = extra;
        this.inclusion = inclusion;
        this.note = note;
    }

    /**
     * The proof of these parts, without extra data.
     *
     * @throws MalformedLogException if the note is no checkpoint, or of another size than the inclusion proof's
     */
    public static TlogProof of(InclusionProof inclusion, SignedNote note) {
        if (Checkpoint.parse(note.text()).size() != inclusion.treeSize()) {
            throw new MalformedLogException(
                    "La preuve d'inclusion est pour une autre taille que celle du point de contrôle.",
                    "The proof of inclusion is for another size than the checkpoint's.");
        }
        return new TlogProof(null, inclusion, note);
    }

    /** The same proof with data for the application, which nothing vouches for. */
    public TlogProof withExtra(byte[] data) {
        return new TlogProof(LogText.base64(data), inclusion, note);
    }

    /**
     * The proof of these bytes.
     *
     * @throws MalformedLogException if they are none
     */
    public static TlogProof parse(byte[] bytes) {
        String text = LogText.decode(bytes, MOST_BYTES);
        int end = text.indexOf("\n\n");
        if (end < 0 || !text.startsWith(HEADER + "\n")) {
            throw new MalformedLogException(
                    "Une preuve commence par " + HEADER + " ; une ligne vide la sépare de son point de contrôle.",
                    "A proof begins with " + HEADER + "; it and its checkpoint are parted by an empty line.");
        }
        List<String> lines = text.substring(0, end).lines().toList();
        int next = 1;
        String extra = null;
        if (lines.size() > next && lines.get(next).startsWith(EXTRA)) {
            extra = lines.get(next).substring(EXTRA.length());
            next++;
        }
        if (lines.size() <= next || !lines.get(next).startsWith(INDEX)) {
            throw new MalformedLogException(
                    "Après sa première ligne, une preuve a ses données jointes, s'il y en a, et son index.",
                    "After its first line a proof has its extra data, if any, and its index.");
        }
        long index = LogText.decimal(lines.get(next).substring(INDEX.length()));
        SignedNote note = SignedNote.parse(text.substring(end + 2).getBytes(StandardCharsets.UTF_8));
        long size = Checkpoint.parse(note.text()).size();
        return new TlogProof(extra, inclusion(index, size, lines.subList(next + 1, lines.size())), note);
    }

    private static InclusionProof inclusion(long index, long size, List<String> hashes) {
        if (index >= size || hashes.size() > MOST_HASHES) {
            throw new MalformedLogException(
                    "L'index est dans l'arbre du point de contrôle, et la preuve a au plus " + MOST_HASHES
                            + " empreintes.",
                    "The index lies in the checkpoint's tree, and the proof has at most " + MOST_HASHES + " hashes.");
        }
        List<Digest> path = new ArrayList<>(hashes.size());
        hashes.forEach(hash -> path.add(LogText.digest(hash)));
        return new InclusionProof(index, size, path);
    }

    /**
     * The checkpoint that vouches for the entry.
     *
     * @param leafHash of the entry, see {@link LogEntry#leafHash}
     * @throws RefusedNoteException if the policy does not believe the checkpoint, or the proof does not lead to its root
     */
    public WitnessedCheckpoint verify(Digest leafHash, CheckpointPolicy policy) {
        WitnessedCheckpoint witnessed = policy.verify(note);
        if (!inclusion.proves(leafHash, witnessed.checkpoint().root())) {
            throw new RefusedNoteException(NoteRefusal.NOT_INCLUDED, "index " + inclusion.index());
        }
        return witnessed;
    }

    public InclusionProof inclusion() {
        return inclusion;
    }

    public SignedNote note() {
        return note;
    }

    /** Data for the application; nothing vouches for them. */
    public Optional<byte[]> extra() {
        return Optional.ofNullable(extra).map(LogText::base64);
    }

    /** The proof as it is stored, in a file that ends in {@code .tlog-proof}. */
    public byte[] toBytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TlogProof that
                && Objects.equals(extra, that.extra)
                && inclusion.equals(that.inclusion)
                && note.equals(that.note);
    }

    @Override
    public int hashCode() {
        return Objects.hash(extra, inclusion, note);
    }

    @Override
    public String toString() {
        StringBuilder proof = new StringBuilder(HEADER).append('\n');
        if (extra != null) {
            proof.append(EXTRA).append(extra).append('\n');
        }
        proof.append(INDEX).append(inclusion.index()).append('\n');
        inclusion.path().forEach(hash -> proof.append(LogText.base64(hash)).append('\n'));
        return proof.append('\n').append(note).toString();
    }
}
