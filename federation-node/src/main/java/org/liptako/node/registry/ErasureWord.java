package org.liptako.node.registry;

import java.util.List;
import org.liptako.node.journal.event.ErasureStatement;

/**
 * What an operator has signed on an erased copy, as the State on whose soil it lay has journaled it.
 *
 * @param signers the operators who count, by name
 * @param journalIndex the entry's
 */
public record ErasureWord(ErasureStatement statement, List<String> signers, long journalIndex) {
    public ErasureWord {
        signers = List.copyOf(signers);
    }

    /** Whether it is on the erasure that this statement tells of: a copy may come again, and be erased again. */
    public boolean concerns(ReplicaStatement copy) {
        return copy.authoritative()
                && copy.dataset().equals(statement.dataset())
                && copy.site().equals(statement.site())
                && statement.grant().equals(copy.state().grant());
    }
}
