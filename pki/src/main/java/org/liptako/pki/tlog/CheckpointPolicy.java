package org.liptako.pki.tlog;

import java.util.List;

/**
 * Whose checkpoints are believed: one log's, once so many of its witnesses have cosigned. Immutable.
 *
 * @param origin the log's first line
 * @param verifier knows the log's key and the witnesses'
 * @param leastWitnesses how many witnesses must have cosigned, a witness with several keys counting once; 0 to ask for none
 */
public record CheckpointPolicy(String origin, NoteVerifier verifier, int leastWitnesses) {

    /** Refuses a number that asks for less than nothing. */
    public CheckpointPolicy {
        if (leastWitnesses < 0) {
            throw new IllegalArgumentException("The least number of witnesses is negative: " + leastWitnesses + ".");
        }
    }

    /** The policy for a log whose origin is its key's name, as C2SP tlog-checkpoint ("Signatures") recommends. */
    public static CheckpointPolicy of(NoteKey log, List<NoteKey> witnesses, int leastWitnesses) {
        return new CheckpointPolicy(log.name(), new NoteVerifier(List.of(log), witnesses), leastWitnesses);
    }

    /**
     * The checkpoint of this note, with who cosigned it.
     *
     * @throws MalformedLogException if the text is no checkpoint
     * @throws RefusedNoteException if it is another log's, or too few known keys have signed it
     */
    public WitnessedCheckpoint verify(SignedNote note) {
        List<Cosignature> cosignatures = verifier.verify(note);
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (!checkpoint.origin().equals(origin)) {
            throw new RefusedNoteException(NoteRefusal.OTHER_LOG, origin);
        }
        long names = cosignatures.stream()
                .map(cosignature -> cosignature.witness().name())
                .distinct()
                .count();
        if (names < leastWitnesses) {
            throw new RefusedNoteException(NoteRefusal.TOO_FEW_WITNESSES, names + " of " + leastWitnesses);
        }
        return new WitnessedCheckpoint(checkpoint, cosignatures);
    }
}
