package org.liptako.node.placement;

import java.util.Optional;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;

/** Says of a grant whether it was taken back since. */
@FunctionalInterface
public interface WithdrawnGrants {
    /** Why nothing more may be done under a grant, with the rule and its article; empty as long as it stands. */
    Optional<Sentence> of(GrantSerial serial, SiteId site);
}
