package org.liptako.node.registry;

import java.util.List;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.Site;
import org.liptako.pki.name.SiteId;

/** What a catalogue describes: the sites and datasets of whichever States, and where copies lay before the federation. */
record Catalogue(List<Site> sites, List<Listed> datasets) {

    /** A dataset and the sites that hold a copy of it. */
    record Listed(Dataset dataset, List<SiteId> heldAt) {
        Listed {
            heldAt = List.copyOf(heldAt);
        }
    }

    Catalogue {
        sites = List.copyOf(sites);
        datasets = List.copyOf(datasets);
    }
}
