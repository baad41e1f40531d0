package org.liptako.node.registry;

/** A difference between a store and the journals, by the State whose journal says so. */
public record HoldingStatement(HoldingWord word, Source source) {}
