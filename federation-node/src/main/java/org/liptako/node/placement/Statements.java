package org.liptako.node.placement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.ExpectedSigner;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementException;
import org.liptako.pki.signature.StatementSigner;
import org.liptako.pki.signature.StatementVerifier;

/** Signs what this node says, and opens what another State's node has signed. Thread-safe. */
public final class Statements {
    private final StatementSigner signer;
    private final StatementVerifier verifier;
    private final Clock clock;

    Statements(StatementSigner signer, StatementVerifier verifier, Clock clock) {
        this.signer = signer;
        this.verifier = verifier;
        this.clock = clock;
    }

    SignedStatement sign(String context, Object document) {
        return signer.sign(context, JournalJson.write(document).getBytes(UTF_8));
    }

    /**
     * What a node of this State has said.
     *
     * @throws RefusedStatementException unless the signature verifies, the signer is a node of that State, and the payload is of that kind
     */
    <T> T open(SignedStatement statement, String context, State by, Class<T> type) {
        try {
            verifier.verify(statement, context, ExpectedSigner.nodeOf(by), clock.instant());
        } catch (StatementException e) {
            throw new RefusedStatementException(e.french(), String.valueOf(e.getMessage()), e);
        }
        return read(statement, type);
    }

    /**
     * The content of a statement whose signature was checked, or made, before.
     *
     * @throws RefusedStatementException unless the payload is of that kind
     */
    public static <T> T read(SignedStatement statement, Class<T> type) {
        try {
            return JournalJson.read(new String(statement.payload(), UTF_8), type);
        } catch (IllegalArgumentException e) {
            throw new RefusedStatementException(
                    "Le contenu n'est pas celui d'une déclaration « " + statement.context() + " ».",
                    "The content is not that of a \"" + statement.context() + "\" statement.",
                    e);
        }
    }

    /** What stands for a statement in another that answers it. */
    public static Digest digest(SignedStatement statement) {
        return Digest.over(statement.payload());
    }
}
