package org.liptako.node.registry;

import java.util.Collection;
import java.util.List;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Which copies are meant. */
public sealed interface CopySelection {
    /** Every copy. */
    static CopySelection all() {
        return new All();
    }

    /** The copies of some datasets. */
    static CopySelection ofDatasets(Collection<DatasetId> datasets) {
        return new OfDatasets(List.copyOf(datasets));
    }

    /** The copies at some sites. */
    static CopySelection atSites(Collection<SiteId> sites) {
        return new AtSites(List.copyOf(sites));
    }

    /** The copies of a State's datasets, wherever they lie. */
    static CopySelection ofHome(State home) {
        return new OfHome(home);
    }

    /** The copies on a State's soil, whoever's they are. */
    static CopySelection onSoil(State host) {
        return new OnSoil(host);
    }

    /** See {@link #all}. */
    record All() implements CopySelection {}

    /** See {@link #ofDatasets}. */
    record OfDatasets(List<DatasetId> datasets) implements CopySelection {}

    /** See {@link #atSites}. */
    record AtSites(List<SiteId> sites) implements CopySelection {}

    /** See {@link #ofHome}. */
    record OfHome(State home) implements CopySelection {}

    /** See {@link #onSoil}. */
    record OnSoil(State host) implements CopySelection {}
}
