package org.liptako.node.placement;

import com.google.protobuf.ByteString;
import org.liptako.pki.signature.SignedStatement;

/** Signed statements as messages, and back. */
final class StatementMessages {
    private StatementMessages() {}

    static org.liptako.federation.v1.SignedStatement message(SignedStatement statement) {
        return org.liptako.federation.v1.SignedStatement.newBuilder()
                .setContext(statement.context())
                .setPayload(ByteString.copyFrom(statement.payload()))
                .setSignature(ByteString.copyFrom(statement.signature()))
                .addAllChain(
                        statement.chain().stream().map(ByteString::copyFrom).toList())
                .build();
    }

    /** @throws IllegalArgumentException if it is no statement at all; whether it may be believed is another question */
    static SignedStatement statement(org.liptako.federation.v1.SignedStatement message) {
        return new SignedStatement(
                message.getContext(),
                message.getPayload().toByteArray(),
                message.getSignature().toByteArray(),
                message.getChainList().stream().map(ByteString::toByteArray).toList());
    }
}
