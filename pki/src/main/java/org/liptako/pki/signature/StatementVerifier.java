package org.liptako.pki.signature;

import java.time.Instant;
import org.liptako.pki.name.Party;

/** Tells who has signed a statement, or refuses it. Thread-safe. */
public interface StatementVerifier {
    /**
     * The party that signed; the caller judges whether it was for that party to say.
     *
     * @param context what the statement must be; another is refused
     * @param at when the signer's chain must have been valid
     * @throws StatementException unless the chain validates and the signature is over this context and payload
     */
    Party verify(SignedStatement statement, String context, Instant at);
}
