package org.liptako.node.registry;

import java.util.List;
import org.liptako.node.journal.event.Dataset;
import org.liptako.pki.name.SiteId;

/**
 * A dataset that was found.
 *
 * @param places where a copy lies, whole or in part, by identifier
 */
public record FoundDataset(Dataset dataset, List<SiteId> places, ProofStanding standing) {
    public FoundDataset {
        places = List.copyOf(places);
    }
}
