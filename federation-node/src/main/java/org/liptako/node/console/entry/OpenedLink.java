package org.liptako.node.console.entry;

import java.time.Instant;

/** A link's secret, and when it is void. */
record OpenedLink(Secret secret, Instant expires) {}
