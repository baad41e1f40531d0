package org.liptako.node.wire;

import com.google.protobuf.ByteString;
import org.liptako.pki.signature.SignedStatement;

/** Signed statements as the protocol writes them, and back. */
public final class StatementMessages {
    private StatementMessages() {}

    public static org.liptako.federation.v1.SignedStatement toMessage(SignedStatement statement) {
        return org.liptako.federation.v1.SignedStatement.newBuilder()
                .setContext(statement.context())
                .setPayload(ByteString.copyFrom(statement.payload()))
                .setSignature(ByteString.copyFrom(statement.signature()))
                .addAllChain(
                        statement.chain().stream().map(ByteString::copyFrom).toList())
                .build();
    }

    /**
     * The statement in a message; whether it may be believed is for a verifier to say.
     *
     * @throws Failure STATEMENT_INVALID if it has not the form of one
     */
    public static SignedStatement fromMessage(org.liptako.federation.v1.SignedStatement message) {
        try {
            return new SignedStatement(
                    message.getContext(),
                    message.getPayload().toByteArray(),
                    message.getSignature().toByteArray(),
                    message.getChainList().stream().map(ByteString::toByteArray).toList());
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    ErrorCode.STATEMENT_INVALID,
                    new Sentence(
                            "Une déclaration signée n'a pas de contexte ou de chaîne lisible.",
                            "A signed statement has no readable context or chain."),
                    e);
        }
    }
}
