package org.liptako.node.config;

import java.nio.file.Path;

/** The PEM files that make up the node's identity: its chain, its key, the only root it trusts. */
public record TlsConfig(Path certificate, Path key, Path root) {}
