package org.liptako.node.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The rules that the node judges by.
 *
 * @param dir a directory of unsigned rule files, in a demonstration; null = the node judges by the signed editions that it holds
 * @param opa an OPA that runs beside the node; null = the node starts its own where the engine needs one
 */
public record RulesConfig(
        @Nullable Path dir, EngineChoice engine, @Nullable OpaConfig opa) {}
