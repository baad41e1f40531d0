package org.liptako.node.placement;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.RequestId;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/**
 * The host State's acceptance, signed by its node once it is journaled, context {@code placement-acceptance}.
 *
 * @param grant the digest of the payload of the grant that it accepts
 */
record AcceptanceStatement(RequestId request, GrantSerial serial, State host, Digest grant, Instant at) {
    static final String CONTEXT = "placement-acceptance";

    AcceptanceStatement {
        requireNonNull(request, "request is null");
        requireNonNull(serial, "serial is null");
        requireNonNull(host, "host is null");
        requireNonNull(grant, "grant is null");
        requireNonNull(at, "at is null");
    }
}
