package org.liptako.node.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.name.SiteId;

/**
 * A version of a dataset that its home State serves.
 *
 * @param site the site that serves it
 * @param encryptedRoot the root of the manifest over the ciphertext; null if there is none
 */
public record PublishedVersion(
        DatasetId dataset,
        SiteId site,
        VersionRoot root,
        @Nullable VersionRoot encryptedRoot,
        long files,
        long bytes,
        long chunks,
        Instant published) {}
