package org.liptako.node.config;

import org.jspecify.annotations.Nullable;

/**
 * How the State's journal is signed.
 *
 * @param evidence the evidence key and its certificate; null = this node signs no checkpoints
 */
public record JournalConfig(@Nullable EvidenceConfig evidence) {}
