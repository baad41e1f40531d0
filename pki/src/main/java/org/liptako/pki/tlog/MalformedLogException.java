package org.liptako.pki.tlog;

/** A text or tile of a transparency log that breaks its format; the message says which rule, and quotes nothing of it. */
public final class MalformedLogException extends IllegalArgumentException {
    private final String rule;

    public MalformedLogException(String rule) {
        super(rule);
        this.rule = rule;
    }

    /** The rule that is broken, in English. */
    public String rule() {
        return rule;
    }
}
