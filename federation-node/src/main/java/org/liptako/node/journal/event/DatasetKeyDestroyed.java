package org.liptako.node.journal.event;

import java.time.Instant;
import java.util.List;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/**
 * The key of a dataset was destroyed at its home State, as two of its officers ordered. Whatever encrypted copies there are can be read no more.
 *
 * @param site where the key was
 * @param keyCheck the same for the same key, hexadecimal, and telling nothing of it
 * @param order SHA-256 of the order that was signed
 * @param evenTheLast whether the officers ordered it knowing that no proved copy in clear remains
 * @param reason in the officers' words
 * @param signers the officers who count, by name
 */
public record DatasetKeyDestroyed(
        Instant at,
        DatasetId dataset,
        SiteId site,
        String keyCheck,
        Digest order,
        boolean evenTheLast,
        String reason,
        List<String> signers)
        implements JournalEvent {
    public DatasetKeyDestroyed {
        signers = List.copyOf(signers);
    }
}
