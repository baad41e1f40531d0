package org.liptako.node.exchange.transfer;

import java.time.Instant;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * What a transfer is to do; it never changes.
 *
 * @param version the bytes that move: the ciphertext's, where the copy is to be encrypted
 * @param source the State that gives
 * @param site the site that receives: this node's
 * @param expires when the grant ends
 */
public record TransferPlan(
        GrantSerial grant, DatasetVersion version, boolean encrypted, State source, SiteId site, Instant expires) {
    /** The same, given by another. */
    TransferPlan from(State holder) {
        return new TransferPlan(grant, version, encrypted, holder, site, expires);
    }
}
