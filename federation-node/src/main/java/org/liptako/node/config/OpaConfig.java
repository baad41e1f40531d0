package org.liptako.node.config;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An OPA that runs beside the node.
 *
 * @param url where it listens
 * @param tokenFile the file of the token that it asks for; null only in a demonstration
 */
public record OpaConfig(URI url, @Nullable Path tokenFile) {}
