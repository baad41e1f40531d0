package org.liptako.pki.revocation;

/** A revocation list cannot be read or is larger than allowed; the message says which in one sentence. */
public final class RevocationListException extends Exception {
    public RevocationListException(String message) {
        super(message);
    }
}
