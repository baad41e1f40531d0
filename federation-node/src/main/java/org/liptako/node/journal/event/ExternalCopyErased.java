package org.liptako.node.journal.event;

import java.time.Instant;
import java.util.List;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/**
 * A copy outside the federation lies there no longer, by the word of two people of its home State who have signed the same document. No node has seen it.
 *
 * @param signers who they are
 */
public record ExternalCopyErased(
        Instant at, CampaignId campaign, DatasetId dataset, SiteId site, Digest document, List<String> signers)
        implements CampaignStep {
    public ExternalCopyErased {
        signers = List.copyOf(signers);
    }
}
