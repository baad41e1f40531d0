package org.liptako.node.placement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/**
 * A grant that every State concerned has journaled: what {@code exchange} may act on, and all it may act on.
 *
 * @param home the State whose data it is
 * @param versionRoot the version it is for; empty where nothing is to be moved, and where the dataset was never published
 * @param expires the first instant at which it is void
 * @param ruleSet the digest of the rules it was made under
 * @param obligations the codes of the duties that come with it
 */
public record AcceptedGrant(
        GrantSerial serial,
        RequestId requestId,
        State home,
        PlacementTerms terms,
        Optional<VersionRoot> versionRoot,
        Instant expires,
        Digest ruleSet,
        List<String> obligations) {

    public AcceptedGrant {
        obligations = List.copyOf(obligations);
    }

    /** Whether another State than the home State hosts. */
    boolean isBetweenStates() {
        return Parties.of(home, terms.targetState()).host().isPresent();
    }

    public boolean isVoidAt(Instant instant) {
        return !instant.isBefore(expires);
    }
}
