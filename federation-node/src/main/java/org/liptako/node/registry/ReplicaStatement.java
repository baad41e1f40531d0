package org.liptako.node.registry;

import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;

/**
 * A copy at a site, as one State states it.
 *
 * @param authoritative whether that State has the last word: the one on whose soil the site stands, or the home State for a place outside the federation
 */
public record ReplicaStatement(
        DatasetId dataset, SiteId site, ReplicaState state, boolean authoritative, Source source) {
    static ReplicaStatement of(Stated<ReplicaState> stated) {
        return new ReplicaStatement(
                new DatasetId(stated.subject()),
                new SiteId(stated.place()),
                stated.value(),
                stated.authoritative(),
                stated.source());
    }
}
