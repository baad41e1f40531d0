package org.liptako.pki.tlog;

/** A note or proof that cannot be believed; the message says why in one sentence, in English. */
public final class RefusedNoteException extends RuntimeException {
    private final NoteRefusal refusal;

    public RefusedNoteException(NoteRefusal refusal, String detail) {
        super(refusal.english() + " [" + detail + "]");
        this.refusal = refusal;
    }

    public NoteRefusal refusal() {
        return refusal;
    }

    /** The message in French. */
    public String french() {
        return refusal.french();
    }
}
