package org.liptako.pki.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for the signatures of known keys under a note (C2SP signed-note, "Signatures"): a signature of a key that is not
 * known is passed over, one of a known key that does not fit refuses the whole note. Immutable.
 */
public final class NoteVerifier {
    private static final int SIGNATURE_BYTES = 64;

    private final List<NoteKey> logs;
    private final List<NoteKey> witnesses;

    /**
     * Knows these keys.
     *
     * @param logs any of which may have signed: several while a log's key is replaced
     * @throws IllegalArgumentException if a key is not of its type, or there is none of the log
     */
    public NoteVerifier(List<NoteKey> logs, List<NoteKey> witnesses) {
        if (logs.isEmpty()
                || logs.stream().anyMatch(key -> key.type() != NoteKeyType.LOG)
                || witnesses.stream().anyMatch(key -> key.type() != NoteKeyType.WITNESS)) {
            throw new IllegalArgumentException("A log signs with a key of type 1, a witness with one of type 4.");
        }
        this.logs = List.copyOf(logs);
        this.witnesses = List.copyOf(witnesses);
    }

    /** Any of which may have signed. */
    public List<NoteKey> logs() {
        return logs;
    }

    /** How many witnesses are known; one with several keys counts once. */
    public long witnessNames() {
        return witnesses.stream().map(NoteKey::name).distinct().count();
    }

    /** The signatures under a note of which no key is known here, which {@link #verify} passes over. */
    public List<NoteSignature> strangers(SignedNote note) {
        return note.signatures().stream()
                .filter(signature ->
                        Stream.concat(logs.stream(), witnesses.stream()).noneMatch(key -> key.isNamedBy(signature)))
                .toList();
    }

    /**
     * The keys of witnesses that cosigned, once each, after it was found that the log signed.
     *
     * @throws RefusedNoteException if the log did not sign, or a known key's signature does not fit
     */
    public List<Cosignature> verify(SignedNote note) {
        boolean signed = false;
        List<Cosignature> cosignatures = new ArrayList<>();
        Set<NoteKey> seen = new HashSet<>();
        for (NoteSignature signature : note.signatures()) {
            Optional<NoteKey> log =
                    logs.stream().filter(key -> key.isNamedBy(signature)).findFirst();
            if (log.isPresent()) {
                checkLog(note, signature, log.get());
                signed = true;
            }
            Optional<NoteKey> witness =
                    witnesses.stream().filter(key -> key.isNamedBy(signature)).findFirst();
            if (witness.isPresent()) {
                Cosignature cosignature = cosignature(note.text(), signature, witness.get());
                if (seen.add(witness.get())) {
                    cosignatures.add(cosignature);
                }
            }
        }
        if (!signed) {
            throw new RefusedNoteException(NoteRefusal.UNSIGNED, logs.getFirst().name());
        }
        return List.copyOf(cosignatures);
    }

    /**
     * What this line of a witness says of a text.
     *
     * @throws RefusedNoteException if the line is another key's, or does not fit
     */
    public static Cosignature cosignature(String text, NoteSignature signature, NoteKey witness) {
        byte[] bytes = signature.bytes();
        if (!witness.isNamedBy(signature) || bytes.length != Long.BYTES + SIGNATURE_BYTES) {
            throw new RefusedNoteException(NoteRefusal.ALTERED, witness.name());
        }
        long seconds = ByteBuffer.wrap(bytes).getLong();
        byte[] made = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
        // Beyond what an Instant holds there is no time to speak of, and the specification ends at 2^63 - 1.
        if (seconds < 0
                || seconds > Instant.MAX.getEpochSecond()
                || !witness.verifies(Cosignature.message(seconds, text), made)) {
            throw new RefusedNoteException(NoteRefusal.ALTERED, witness.name());
        }
        return new Cosignature(witness, Instant.ofEpochSecond(seconds), signature);
    }

    private static void checkLog(SignedNote note, NoteSignature signature, NoteKey log) {
        byte[] bytes = signature.bytes();
        if (bytes.length != SIGNATURE_BYTES || !log.verifies(note.text().getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new RefusedNoteException(NoteRefusal.ALTERED, log.name());
        }
    }
}
