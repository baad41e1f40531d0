package org.liptako.node.campaign;

import java.time.Instant;
import org.liptako.node.identity.Signatory;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/** A person's signature on the document that shows that a copy abroad is erased. */
public record ErasureSignature(
        CampaignId campaign,
        DatasetId dataset,
        SiteId site,
        Digest document,
        String title,
        Signatory by,
        Instant at,
        long journalIndex) {}
