package org.liptako.node.possession.holding;

import java.time.Instant;
import java.util.Optional;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.name.SiteId;

/**
 * What was given under a grant, by the words of the two States.
 *
 * @param site the receiver's
 */
public record Gift(GrantSerial grant, DatasetId dataset, SiteId site, Optional<Half> given, Optional<Half> sealed) {
    /**
     * One State's word.
     *
     * @param at when this node has read it
     */
    public record Half(VersionRoot root, Instant at) {}
}
