package org.liptako.node.journal.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/**
 * A person of the State has signed the document that shows that a copy abroad was erased. The document stays with whoever drew it up.
 *
 * @param site where the copy lay
 * @param document SHA-256 over the document
 * @param title as a person would ask for it
 * @param by who has signed, as the node identified them
 * @param certificate SHA-256 of their certificate, hexadecimal
 * @param key SHA-256 over its public key, hexadecimal; null in entries that were written before it was kept
 * @param signature CMS SignedData, detached, over the {@link ExternalErasureStatement}; base64
 */
public record ExternalErasureSigned(
        Instant at,
        CampaignId campaign,
        DatasetId dataset,
        SiteId site,
        Digest document,
        String title,
        String by,
        String certificate,
        @Nullable String key,
        String signature)
        implements CampaignStep {
    /** What was signed. */
    public ExternalErasureStatement statement() {
        return ExternalErasureStatement.of(campaign, dataset, site, document, title);
    }
}
