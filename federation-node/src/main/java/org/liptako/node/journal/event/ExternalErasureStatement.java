package org.liptako.node.journal.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/**
 * What two people sign once a copy abroad is erased: which document shows it. It has one form in bytes, the same for both.
 *
 * @param document SHA-256 over the document
 */
public record ExternalErasureStatement(
        String format, CampaignId campaign, DatasetId dataset, SiteId site, Digest document, String title) {
    private static final String FORMAT = "liptako-external-erasure/v1";

    /** The statement on a copy. */
    public static ExternalErasureStatement of(
            CampaignId campaign, DatasetId dataset, SiteId site, Digest document, String title) {
        return new ExternalErasureStatement(FORMAT, campaign, dataset, site, document, title);
    }

    /** The bytes to be signed. */
    public byte[] toJson() {
        return JournalJson.write(this).getBytes(UTF_8);
    }
}
