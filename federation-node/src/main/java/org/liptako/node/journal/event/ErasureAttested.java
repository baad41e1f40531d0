package org.liptako.node.journal.event;

import java.time.Instant;
import java.util.List;

/**
 * An operator has signed what they did about what a node cannot see of a copy that was erased. A later one on the same erasure takes the place of those before.
 *
 * @param signers the operators who count, by name
 * @param signatures CMS SignedData over the statement's bytes, detached, DER in Base64: whoever has the root can verify it again
 */
public record ErasureAttested(Instant at, ErasureStatement statement, List<String> signers, String signatures)
        implements JournalEvent {
    public ErasureAttested {
        signers = List.copyOf(signers);
    }
}
