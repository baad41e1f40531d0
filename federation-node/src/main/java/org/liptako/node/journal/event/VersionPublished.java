package org.liptako.node.journal.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.SiteId;

/**
 * The home State has published a version of a dataset: its manifest is signed and its bytes are served from this site.
 *
 * @param encryptedRoot the root of the manifest over the ciphertext; null if the version was published in clear only
 */
public record VersionPublished(
        Instant at,
        DatasetId dataset,
        SiteId site,
        VersionRoot versionRoot,
        @Nullable VersionRoot encryptedRoot,
        long files,
        long bytes,
        long chunks)
        implements JournalEvent {}
