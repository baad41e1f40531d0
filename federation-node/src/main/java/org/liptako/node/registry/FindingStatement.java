package org.liptako.node.registry;

import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;

/** What a State, home or host, has against a copy, as its journal says. */
public record FindingStatement(DatasetId dataset, SiteId site, CopyFinding finding, Source source) {
    static FindingStatement of(Stated<CopyFinding> stated) {
        return new FindingStatement(
                new DatasetId(stated.subject()), new SiteId(stated.place()), stated.value(), stated.source());
    }

    /** What it says of the copy. */
    public FindingKind kind() {
        return finding.isUndecided() ? FindingKind.UNDECIDED : FindingKind.FORBIDDEN;
    }

    /** Whether it is about this copy. */
    public boolean concerns(ReplicaStatement copy) {
        return copy.dataset().equals(dataset)
                && copy.site().equals(site)
                && copy.state().status().isThere();
    }
}
