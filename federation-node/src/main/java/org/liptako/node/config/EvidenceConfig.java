package org.liptako.node.config;

import java.nio.file.Path;

/** The PEM files of the State's evidence key: its certificate and chain, and the key, Ed25519. */
public record EvidenceConfig(Path certificate, Path key) {}
