package org.liptako.node.cli.client;

import java.nio.file.Path;

/** The PEM files with which a client shows who it is and checks who answers: its chain, its key, the root it trusts. */
public record ClientCredentials(Path certificate, Path key, Path root) {}
