package org.liptako.node.exchange.grant;

import java.time.Instant;
import java.util.Optional;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * What an accepted grant lets the exchange do.
 *
 * @param version what may be moved; empty where nothing is
 * @param encrypted whether the copy must be encrypted before it leaves
 * @param expires the first instant at which it is void
 */
public record ExchangeGrant(
        GrantSerial serial,
        State home,
        DatasetId dataset,
        String operation,
        SiteId targetSite,
        Optional<DatasetVersion> version,
        boolean encrypted,
        Instant expires) {
    private static final String ERASE = "ERASE";

    /** Whether the grant is for removing a copy. */
    public boolean erases() {
        return operation.equals(ERASE);
    }

    public boolean isVoidAt(Instant instant) {
        return !instant.isBefore(expires);
    }
}
