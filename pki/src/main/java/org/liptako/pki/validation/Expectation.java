package org.liptako.pki.validation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a chain must be good for, and when.
 *
 * @param at the instant of judgement; for a signature, the time it was made
 * @param purpose what it is to be believed for
 * @param peerName the DNS name that was dialled, compared with the DNS SAN and never with a common name; null for none
 */
public record Expectation(
        Instant at, Purpose purpose, @Nullable String peerName) {
    /** A server that was dialled by this name. */
    public static Expectation server(Instant at, String peerName) {
        return new Expectation(at, Purpose.SERVER_AUTH, peerName);
    }

    /** A caller. */
    public static Expectation client(Instant at) {
        return new Expectation(at, Purpose.CLIENT_AUTH, null);
    }

    /** A signer. */
    public static Expectation signing(Instant at) {
        return new Expectation(at, Purpose.SIGNING, null);
    }
}
