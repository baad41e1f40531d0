package org.liptako.policy.analysis.encoding;

import org.liptako.policy.facts.FactsBuilder;

/** The inputs that stand for one fact. */
sealed interface FactVariables permits LadderVariables, MemberVariables {

    Domain domain();

    /** Whether the fact is known. */
    int known();

    /** Whether the fact equals this value of its domain or, of a set, contains it; false for a value outside the domain. */
    int holds(long value);

    /** Puts the value that was found into a document. */
    void write(Assignment assignment, FactsBuilder builder);
}
