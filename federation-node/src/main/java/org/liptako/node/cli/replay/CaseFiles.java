package org.liptako.node.cli.replay;

import java.util.Iterator;
import org.liptako.node.replay.RuleSource;

/** Where decisions and the rules of their day come from. */
interface CaseFiles extends AutoCloseable {
    /** The decisions asked for, in the order of their journal. */
    Iterator<JournaledDecision> decisions();

    /** The rules that they were made under. */
    RuleSource rules();

    @Override
    void close();

    /**
     * An entry of a journal.
     *
     * @param payload as journaled
     * @param committed whether it is what the journal is committed to; true where only the payload was given
     */
    record JournaledDecision(String payload, boolean committed) {}
}
