package org.liptako.node.operations.availability;

import java.time.Duration;

/**
 * How often is measured.
 *
 * @param every from one look to the next
 * @param patience how far two looks may be apart that speak for the time between them
 */
public record Beat(Duration every, Duration patience) {
    /** Four looks a minute: a month's promise is eight minutes. */
    public static final Beat USUAL = new Beat(Duration.ofSeconds(15), Duration.ofSeconds(40));
}
