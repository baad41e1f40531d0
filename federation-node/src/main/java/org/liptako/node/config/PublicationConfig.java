package org.liptako.node.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the node keeps its State's journal published as files: nowhere, in one place, or in both.
 *
 * @param directory a directory; null = none
 * @param bucket a prefix of the bucket that holds the copies; null = none
 */
public record PublicationConfig(
        @Nullable Path directory, @Nullable BucketConfig bucket) {
    /** Nowhere. */
    public static final PublicationConfig NONE = new PublicationConfig(null, null);
}
