package org.liptako.node.operations.availability;

import java.time.Instant;

/** One outcome, for as long as one process found it look after look. */
record Span(Outcome outcome, Instant from, Instant until) {}
