package org.liptako.node.config;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The rules that the node judges by.
 *
 * @param dir where the rule files are
 * @param opaUrl an OPA that runs beside the node; null = the node starts its own where the engine needs one
 */
public record RulesConfig(
        Path dir, EngineChoice engine, @Nullable URI opaUrl) {}
