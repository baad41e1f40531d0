package org.liptako.node.identity;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * How many calls run of callers who have shown no valid certificate, in all and from each address.
 *
 * <p>A call may hold a message of some megabytes before anyone has looked at it, and strangers come on as many connections as they like. Thread-safe.
 */
final class StrangerCalls {
    private final int ofOneAddress;
    private final int inAll;
    private final Map<InetAddress, Integer> running = new HashMap<>();
    private int all;

    StrangerCalls(ConnectionLimits limits) {
        this.ofOneAddress = limits.strangerCallsOfOneAddress();
        this.inAll = limits.strangerCalls();
    }

    /** Takes note of a call from an address; false where too many run. */
    synchronized boolean begins(InetAddress source) {
        int before = running.getOrDefault(source, 0);
        if (all >= inAll || before >= ofOneAddress) {
            return false;
        }
        all++;
        running.put(source, before + 1);
        return true;
    }

    synchronized void ended(InetAddress source) {
        all--;
        running.computeIfPresent(source, (same, calls) -> calls > 1 ? calls - 1 : null);
    }
}
