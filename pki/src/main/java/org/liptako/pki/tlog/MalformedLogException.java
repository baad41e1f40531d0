package org.liptako.pki.tlog;

/** A text or tile of a transparency log that breaks its format; the message says which rule, and quotes nothing of it. */
public final class MalformedLogException extends IllegalArgumentException {
    public MalformedLogException(String rule) {
        super(rule);
    }
}
