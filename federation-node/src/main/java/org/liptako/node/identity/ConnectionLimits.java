package org.liptako.node.identity;

import java.time.Duration;

/**
 * How many connections there may be, and how long each may take over what.
 *
 * @param handshake until TLS is agreed
 * @param stranger how long a connection without a valid certificate may last: enough to enrol, or to fetch the trust state
 * @param idle without a call
 * @param age after which a connection is asked to begin anew
 * @param grace how long its calls may then go on: a transfer is resumed by its receiver
 * @param call how long a single question may take that brings no deadline, or a later one
 * @param strangersOfOneAddress connections from one address that have not, or not yet, shown a valid certificate
 * @param strangerCallsOfOneAddress calls at once on those
 * @param strangerCalls calls at once on all such connections, whatever their address
 * @param ofOneState connections of one State's people, systems and nodes
 * @param inAll connections
 */
record ConnectionLimits(
        Duration handshake,
        Duration stranger,
        Duration idle,
        Duration age,
        Duration grace,
        Duration call,
        int strangersOfOneAddress,
        int strangerCallsOfOneAddress,
        int strangerCalls,
        int ofOneState,
        int inAll) {
    static final ConnectionLimits STANDARD = new ConnectionLimits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(1),
            256,
            8,
            64,
            1_024,
            4_096);
}
