package org.liptako.node.exchange.transfer;

import java.time.Instant;
import java.util.Optional;

/**
 * A transfer as an operator sees it: its record, and what the queue and the wire say of it now.
 *
 * @param place among those that wait for a place, from 1; 0 if it does not
 * @param rate bytes a second that come and are kept; 0 if it does not run
 * @param expectedEnd empty if that cannot be said
 */
public record TransferReport(Transfer transfer, int place, long rate, Optional<Instant> expectedEnd) {}
