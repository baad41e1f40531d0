package org.liptako.node.replay;

import org.liptako.node.wire.Sentence;

/**
 * Something in a record that cannot have been journaled so.
 *
 * @param field where it stands, dotted
 */
public record Flaw(String field, Sentence words) {}
