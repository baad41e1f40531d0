package org.liptako.node.registry;

import org.liptako.node.journal.event.Dataset;

/** A dataset as its home State describes it. */
public record DatasetStatement(Dataset dataset, Source source) {}
