package org.liptako.node.cli.client;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.issuing.Credential;

/**
 * With what a client shows who it is and checks who answers.
 *
 * @param caller the caller's key and chain; null for a caller who shows none, whom every node refuses
 * @param root the PEM file of the one root to trust
 */
public record ClientCredentials(@Nullable Credential caller, Path root) {
    /** A caller without a certificate: to show that it is refused. */
    public static ClientCredentials none(Path root) {
        return new ClientCredentials(null, root);
    }
}
