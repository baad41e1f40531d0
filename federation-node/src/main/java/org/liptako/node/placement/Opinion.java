package org.liptako.node.placement;

import org.liptako.node.rulebook.RulesInForce;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;

/**
 * What this node, as home, makes of a request, and has signed.
 *
 * @param homes the facts that it is the authority for
 * @param judgement on all that it has heard so far
 * @param content what it says, and {@code signed} the same with its signature
 */
record Opinion(
        Question question,
        RulesInForce rules,
        Facts homes,
        Judgement judgement,
        JudgementStatement content,
        SignedStatement signed) {}
