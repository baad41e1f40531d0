package org.liptako.pki.name;

/** A name that breaks its grammar; the message says which rule, and quotes at most a short part of the name. */
public final class MalformedNameException extends IllegalArgumentException {
    public MalformedNameException(String message) {
        super(message);
    }
}
