package org.liptako.node.registry;

import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.HoldingFinding;

/**
 * A difference between a store and the journals, as it is kept.
 *
 * @param files how many files were no copy; null where it is about a copy
 */
public record HoldingWord(HoldingFinding finding, @Nullable Long files) {}
