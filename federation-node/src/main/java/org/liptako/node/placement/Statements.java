package org.liptako.node.placement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
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
        verify(statement, context, by, clock.instant());
        return read(statement, type);
    }

    /**
     * What a node of this State has said a while ago, and hands over again: by the trust of the time that it bears (decision 0055).
     *
     * <p>Whoever signs writes the time. The caller holds it against what else is known of that time, so that nobody dates back to when he was still believed.
     *
     * @throws RefusedStatementException as {@link #open}, and if it is dated in the future
     */
    <T> T openKept(SignedStatement statement, String context, State by, Class<T> type, Function<T, Instant> saidAt) {
        T content = read(statement, type);
        Instant at = saidAt.apply(content);
        if (at.isAfter(clock.instant().plus(GrantTerm.CLOCKS))) {
            throw new RefusedStatementException("Elle est datée du futur.", "It is dated in the future.");
        }
        verify(statement, context, by, at);
        return content;
    }

    private void verify(SignedStatement statement, String context, State by, Instant at) {
        try {
            verifier.verify(statement, context, ExpectedSigner.nodeOf(by), at);
        } catch (StatementException e) {
            throw new RefusedStatementException(e.french(), String.valueOf(e.getMessage()), e);
        }
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
