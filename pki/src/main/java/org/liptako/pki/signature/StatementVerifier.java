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

    /**
     * As {@link #verify(SignedStatement, String, Instant)}, for a statement that only some may make.
     *
     * @param expected who may have signed it
     * @throws StatementException also if the signer is not among them
     */
    default Party verify(SignedStatement statement, String context, ExpectedSigner expected, Instant at) {
        Party signer = verify(statement, context, at);
        expected.require(signer);
        return signer;
    }
}
