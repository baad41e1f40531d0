package org.liptako.pki.receipt;

/**
 * Why a receipt is not believed: the field at fault, and one sentence in French and in English.
 *
 * <p>It is unreadable where nothing can be said of what it holds: no JSON, another format, too large.
 */
public final class ReceiptException extends Exception {
    private final String field;
    private final transient Words words;
    private final boolean unreadable;

    private ReceiptException(String field, Words words, boolean unreadable) {
        super(field + ": " + words.en());
        this.field = field;
        this.words = words;
        this.unreadable = unreadable;
    }

    static ReceiptException unreadable(String field, String fr, String en) {
        return new ReceiptException(field, new Words(fr, en), true);
    }

    static ReceiptException refused(String field, String fr, String en) {
        return new ReceiptException(field, new Words(fr, en), false);
    }

    /** The same of another field. */
    ReceiptException at(String other) {
        return new ReceiptException(other, words, unreadable);
    }

    /** The field's name, such as {@code entries[0].salt}. */
    public String field() {
        return field;
    }

    /** What is wrong with the field, and what to do. */
    public Words words() {
        return words;
    }

    /** Whether this is no receipt at all, rather than one that is refused. */
    public boolean isUnreadable() {
        return unreadable;
    }
}
