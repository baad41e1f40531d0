package org.liptako.node.registry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.Site;
import org.liptako.pki.name.SiteId;

/** What a catalogue describes: the sites and datasets of whichever States, and where copies lay before the federation. */
record Catalogue(List<Site> sites, List<Listed> datasets, List<Held> copies) {

    /** A dataset and the sites that hold a copy of it. */
    record Listed(Dataset dataset, List<SiteId> heldAt) {
        Listed {
            heldAt = List.copyOf(heldAt);
        }
    }

    /**
     * A copy that is told of by itself.
     *
     * @param since null: nobody has said since when it lies there
     */
    record Held(DatasetId dataset, SiteId site, @Nullable Instant since) {}

    Catalogue {
        sites = List.copyOf(sites);
        datasets = List.copyOf(datasets);
        copies = List.copyOf(copies);
    }
}
