package org.liptako.node.placement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.engine.Judgement;

/**
 * What a binding request was last judged to be, and on whose word.
 *
 * @param decision the merged decision; home's alone where no other State has spoken; null if an engine gave no answer
 * @param engineFailure why not; null if it did
 * @param hostStatement null where there is no host State, or as long as it is silent
 */
record Ruling(
        Instant at,
        Digest ruleSet,
        @Nullable Decision decision,
        @Nullable String engineFailure,
        SignedStatement homeStatement,
        @Nullable SignedStatement hostStatement) {

    static Ruling of(Opinion home, Judgement judgement, @Nullable SignedStatement host) {
        return new Ruling(
                home.question().at(),
                home.rules().digest(),
                judgement instanceof Judgement.Decided decided ? decided.decision() : null,
                judgement instanceof Judgement.Undecided undecided
                        ? undecided.failure().name()
                        : null,
                home.signed(),
                host);
    }
}
