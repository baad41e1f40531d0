package org.liptako.node.journal;

import java.time.Instant;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.HashChain;
import org.liptako.pki.name.State;

/**
 * What a State signs of its journal: so many entries, standing behind this one digest.
 *
 * @param head the head of the hash chain after {@code size} entries
 * @param at when it was signed
 */
public record JournalHead(State state, long size, Digest head, Instant at) {
    /** What is signed with such a payload. */
    public static final String CONTEXT = "journal-head";

    public HashChain chain() {
        return new HashChain(size, head);
    }
}
