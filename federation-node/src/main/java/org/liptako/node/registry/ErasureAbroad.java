package org.liptako.node.registry;

import java.util.List;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/**
 * That a copy outside the federation is erased, as people of its home State have signed it. No node has seen it.
 *
 * @param document SHA-256 over what they have signed, which stays with them
 * @param signers who they are
 * @param journalIndex the entry's
 */
public record ErasureAbroad(DatasetId dataset, SiteId site, Digest document, List<String> signers, long journalIndex) {
    public ErasureAbroad {
        signers = List.copyOf(signers);
    }

    /** Whether it is on the erasure that this statement tells of. */
    public boolean concerns(ReplicaStatement copy) {
        return copy.authoritative()
                && copy.state().status() == ReplicaStatus.ERASED
                && copy.dataset().equals(dataset)
                && copy.site().equals(site);
    }
}
