package org.liptako.pki.signature;

/** Signs statements with one party's key. Thread-safe. */
public interface StatementSigner {
    /**
     * Signs a payload with its context.
     *
     * @param context what the payload is, such as {@code placement-judgement}; part of what is signed
     * @param payload a JSON document in UTF-8, its keys in a fixed order
     */
    SignedStatement sign(String context, byte[] payload);
}
