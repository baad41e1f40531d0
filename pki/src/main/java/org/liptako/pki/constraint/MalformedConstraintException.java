package org.liptako.pki.constraint;

/** A name or a constraint is not written as its form demands; the message says which, and quotes nothing. */
public final class MalformedConstraintException extends Exception {
    MalformedConstraintException(String what) {
        // No stack trace: strangers decide how often this is made.
        super(what, null, false, false);
    }
}
