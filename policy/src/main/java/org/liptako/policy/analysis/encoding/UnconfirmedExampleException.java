package org.liptako.policy.analysis.encoding;

import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsWriter;

/** The analysis found an example that the engine judges otherwise: one of the two is wrong, and nothing of the analysis may be relied on. */
public final class UnconfirmedExampleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnconfirmedExampleException(String expected, Facts facts) {
        super(
                "The analysis expected %s, but the engine does not confirm it; report this with the rules and the document %s."
                        .formatted(expected, new FactsWriter(facts.vocabulary()).write(facts)));
    }
}
