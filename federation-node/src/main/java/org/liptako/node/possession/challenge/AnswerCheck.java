package org.liptako.node.possession.challenge;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.ExpectedSigner;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementException;
import org.liptako.pki.signature.StatementVerifier;

/** Believes an answer to be the holder's only if a node of the site that was asked has signed it, over this question and these digests. Thread-safe. */
public final class AnswerCheck {
    private final StatementVerifier verifier;
    private final Clock clock;

    public AnswerCheck(StatementVerifier verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    /**
     * The statement that makes these digests the holder's.
     *
     * @param claimed what came with them
     * @throws Failure STATEMENT_INVALID if there is none
     */
    SignedStatement require(
            ChallengeQuestion question, State holder, List<Digest> given, Optional<SignedStatement> claimed) {
        SignedStatement signed =
                claimed.orElseThrow(() -> invalid(question, "elle n'est pas signée", "it is not signed"));
        Party signer = signer(question, holder, signed);
        if (!question.draw().site().equals(signer.site())) {
            throw invalid(question, "un autre site l'a signée", "another site has signed it");
        }
        if (!Arrays.equals(signed.payload(), AnswerStatement.of(question, given).toJson())) {
            throw invalid(
                    question,
                    "ce qui est signé n'est pas cette réponse à cette question",
                    "what is signed is not this answer to this question");
        }
        return signed;
    }

    private Party signer(ChallengeQuestion question, State holder, SignedStatement signed) {
        try {
            return verifier.verify(signed, AnswerStatement.CONTEXT, ExpectedSigner.nodeOf(holder), clock.instant());
        } catch (StatementException e) {
            throw invalid(question, e.french(), String.valueOf(e.getMessage()));
        }
    }

    private static Failure invalid(ChallengeQuestion question, String fr, String en) {
        return new Failure(
                ErrorCode.STATEMENT_INVALID,
                new Sentence(
                        "La réponse de " + question.draw().site() + " ne l'engage pas (" + fr
                                + ") : elle ne compte pas comme la sienne.",
                        "The answer of " + question.draw().site() + " does not bind it (" + en
                                + "): it does not count as its own."));
    }
}
