package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/**
 * Every chunk of what has come was read from the disk at home and is the one that its manifest names, and its files are those of the list from abroad, each by its
 * SHA-256.
 *
 * @param grant the grant under which it lies at home
 * @param listed SHA-256 over the list of what lay abroad
 */
public record RepatriationProved(
        Instant at,
        CampaignId campaign,
        DatasetId dataset,
        SiteId site,
        SiteId home,
        GrantSerial grant,
        VersionRoot versionRoot,
        long files,
        long bytes,
        long chunks,
        Digest listed)
        implements CampaignStep {}
