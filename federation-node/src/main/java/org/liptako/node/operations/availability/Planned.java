package org.liptako.node.operations.availability;

import java.time.Instant;

/** A stretch in which a site need not serve, for that was announced before. */
record Planned(Instant from, Instant until) {}
