package org.liptako.pki.tlog;

import org.liptako.pki.wording.Bilingual;

/** A note or proof that cannot be believed; the message says why in one sentence, in English. */
public final class RefusedNoteException extends RuntimeException implements Bilingual {
    private final NoteRefusal refusal;
    private final String detail;

    public RefusedNoteException(NoteRefusal refusal, String detail) {
        super(english(refusal, detail));
        this.refusal = refusal;
        this.detail = detail;
    }

    public NoteRefusal refusal() {
        return refusal;
    }

    /** The message, which is in English. */
    @Override
    public String english() {
        return english(refusal, detail);
    }

    /** The message in French. */
    @Override
    public String french() {
        return refusal.french();
    }

    private static String english(NoteRefusal refusal, String detail) {
        return refusal.english() + " [" + detail + "]";
    }
}
