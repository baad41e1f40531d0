package org.liptako.pki.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import org.liptako.pki.name.Party;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.ChainJudge;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Validation;

/** Believes a signature made by the key of a chain that the validator accepts. Fails closed. */
public final class ChainStatementVerifier implements StatementVerifier {
    private final ChainJudge judge;

    public ChainStatementVerifier(ChainJudge judge) {
        this.judge = judge;
    }

    @Override
    public Party verify(SignedStatement statement, String context, Instant at) {
        if (!statement.context().equals(context)) {
            throw new StatementException(StatementRefusal.OTHER_CONTEXT, "wanted " + context);
        }
        return switch (judge.validate(new CandidateChain(statement.chain()), Expectation.signing(at))) {
            case Validation.Rejected rejected -> throw new StatementException(rejected);
            case Validation.Accepted accepted -> {
                requireSignature(statement, accepted.path().getFirst().getPublicKey());
                yield accepted.party();
            }
        };
    }

    private static void requireSignature(SignedStatement statement, PublicKey key) {
        boolean signed;
        try {
            Signature signature = Signature.getInstance(CredentialStatementSigner.ALGORITHM);
            signature.initVerify(key);
            signature.update(SignedStatement.prefixOf(statement.context()));
            signature.update(statement.payload());
            signed = signature.verify(statement.signature());
        } catch (GeneralSecurityException | RuntimeException e) {
            // A signature that is no DER, or a key of another kind: not signed by it.
            signed = false;
        }
        if (!signed) {
            throw new StatementException(StatementRefusal.ALTERED, statement.context() + " statement");
        }
    }
}
