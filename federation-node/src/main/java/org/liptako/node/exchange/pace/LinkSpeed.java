package org.liptako.node.exchange.pace;

import java.time.Instant;
import java.util.Optional;
import org.liptako.pki.name.State;

/**
 * How fast a State's node gives.
 *
 * @param lately bytes a second, of the last measures; 0 before the first
 * @param usual bytes a second, of those before; 0 until there are enough
 * @param slowSince since when it brings clearly less than before
 */
public record LinkSpeed(State peer, long lately, long usual, Optional<Instant> slowSince) {}
