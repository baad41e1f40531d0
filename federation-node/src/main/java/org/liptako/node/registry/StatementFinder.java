package org.liptako.node.registry;

import java.time.Instant;
import java.util.Optional;

/** Finds what a State says of one subject, as it is known now. */
interface StatementFinder {
    /** What holds at that instant. */
    <T> Optional<T> said(StatementKey key, Class<T> type, Instant at);
}
