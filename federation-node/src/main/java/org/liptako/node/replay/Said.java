package org.liptako.node.replay;

import org.liptako.node.placement.JudgementStatement;
import org.liptako.node.placement.Statements;
import org.liptako.pki.signature.SignedStatement;

/**
 * What one State's node has said in a decision.
 *
 * @param field where it stands in the journal entry
 * @param signed the statement; {@code content} is what it says, or, in a grant, a part of that
 */
public record Said(String field, SignedStatement signed, JudgementStatement content) {
    static Said in(String field, SignedStatement signed) {
        return new Said(field, signed, Statements.read(signed, JudgementStatement.class));
    }

    /** Whether it builds on exactly what that statement says. */
    boolean isAnAnswerTo(Said other) {
        return content.isAnAnswerTo(other.signed());
    }
}
