package org.liptako.node.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementException;
import org.liptako.pki.signature.StatementRefusal;
import org.liptako.pki.signature.StatementSigner;
import org.liptako.pki.signature.StatementVerifier;

/** Signs and believes without keys: the signature is a digest, the chain is the signer's State. */
public final class FakeStatements implements StatementSigner {
    /** Believes what any fake signer has signed. */
    public static final StatementVerifier VERIFIER = FakeStatements::verify;

    private final State state;

    private FakeStatements(State state) {
        this.state = state;
    }

    /** The signer of a State's node. */
    public static FakeStatements of(State state) {
        return new FakeStatements(state);
    }

    @Override
    public SignedStatement sign(String context, byte[] payload) {
        return new SignedStatement(context, payload, signature(state, context, payload), List.of(bytes(state.name())));
    }

    private static Party verify(SignedStatement statement, String context, Instant at) {
        State signer = State.valueOf(new String(statement.chain().getFirst(), StandardCharsets.UTF_8));
        if (!statement.context().equals(context)
                || !Digest.of(statement.signature())
                        .equals(Digest.of(signature(signer, context, statement.payload())))) {
            throw new StatementException(StatementRefusal.ALTERED, "fake");
        }
        return Party.at(new SiteId(signer + "-TST-1"), Role.NODE, "1");
    }

    private static byte[] signature(State state, String context, byte[] payload) {
        return Digest.over(bytes(state.name()), bytes(context), payload).toBytes();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
