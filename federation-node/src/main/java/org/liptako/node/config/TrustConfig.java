package org.liptako.node.config;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the node learns what is trusted, beside its peers.
 *
 * @param published a directory in which the State publishes trust states and revocation lists; null for none
 * @param issuing the node that renews this one's certificate; null where this node does, or nobody
 */
public record TrustConfig(
        @Nullable Path published, @Nullable AuthorityConfig issuing) {
    public Optional<Path> publishedDir() {
        return Optional.ofNullable(published);
    }

    public Optional<AuthorityConfig> authority() {
        return Optional.ofNullable(issuing);
    }
}
