package org.liptako.node.journal.event;

import java.time.Instant;
import java.util.List;
import org.liptako.pki.evidence.Digest;

/**
 * An edition of a jurisdiction's rules was published at this State's node.
 *
 * @param jurisdiction the State's own code, or AES
 * @param edition the digest of its document
 * @param act {@code ENACTMENT} or {@code WITHDRAWAL}
 * @param inForceFrom when it begins
 * @param signers the officers who count, by name
 */
public record RuleSetPublished(
        Instant at,
        String jurisdiction,
        long version,
        Digest edition,
        String act,
        Instant inForceFrom,
        List<String> signers)
        implements JournalEvent {
    public RuleSetPublished {
        signers = List.copyOf(signers);
    }
}
