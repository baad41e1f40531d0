package org.liptako.pki.name;

/** A name that breaks its grammar; the message says which rule, and quotes nothing that is not well-formed itself. */
public final class MalformedNameException extends IllegalArgumentException {
    private final String rule;

    public MalformedNameException(String rule) {
        super(rule);
        this.rule = rule;
    }

    /** The message: which rule is broken. */
    public String rule() {
        return rule;
    }
}
