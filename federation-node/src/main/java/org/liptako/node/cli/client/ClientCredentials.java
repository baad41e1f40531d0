package org.liptako.node.cli.client;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The PEM files with which a client shows who it is and checks who answers.
 *
 * @param certificate the caller's chain, leaf first; null for a caller who shows none, whom every node refuses
 * @param key its key; null exactly where there is no certificate
 * @param root the one root to trust
 */
public record ClientCredentials(
        @Nullable Path certificate, @Nullable Path key, Path root) {
    /** A caller without a certificate: to show that it is refused. */
    public static ClientCredentials none(Path root) {
        return new ClientCredentials(null, null, root);
    }
}
