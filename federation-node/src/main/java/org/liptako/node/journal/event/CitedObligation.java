package org.liptako.node.journal.event;

import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.Sentence;

/**
 * What an obligation was called on the day of a decision.
 *
 * @param days within which the law wanted it discharged; null where it set none
 */
public record CitedObligation(
        String code, Sentence label, @Nullable Integer days) {}
