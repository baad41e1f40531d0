package org.liptako.node.journal.restore;

import java.time.Instant;
import java.util.List;

/** Counts the officers of this State who signed an order. */
@FunctionalInterface
public interface LossQuorum {
    /**
     * The officers who count, by name.
     *
     * @param from when the document was drawn up
     * @throws org.liptako.node.wire.Failure STATEMENT_INVALID if they are not enough
     */
    List<String> signers(byte[] document, byte[] signatures, Instant from, Instant now);
}
