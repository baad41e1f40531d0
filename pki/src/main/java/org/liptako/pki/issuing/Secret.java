package org.liptako.pki.issuing;

/** A passphrase or a PIN that is asked for when it is needed, and not before. */
@FunctionalInterface
public interface Secret {
    /**
     * The secret.
     *
     * @throws IssuingException if nobody gives it
     */
    char[] read();
}
