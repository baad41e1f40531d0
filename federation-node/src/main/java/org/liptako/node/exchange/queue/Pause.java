package org.liptako.node.exchange.queue;

import java.time.Instant;

/**
 * That something is held back.
 *
 * @param scope what is held back
 * @param by who has ordered it
 */
public record Pause(PauseScope scope, String by, Instant at) {}
