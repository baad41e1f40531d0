package org.liptako.node.registry;

import java.util.Collection;
import java.util.List;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Which copies are asked for, each by the State with the last word on it unless every State's word is.
 *
 * @param statuses only those that stand so; empty = however they stand
 */
public record CopyFilter(Where where, List<String> statuses) {
    public CopyFilter {
        statuses = List.copyOf(statuses);
    }

    /** Of which dataset, or where. */
    public sealed interface Where {}

    /** Every State's word on the copies of a dataset. */
    public record Of(DatasetId dataset) implements Where {}

    /** A State's copies that lie outside its soil. */
    public record Abroad(State home) implements Where {}

    /** What lies at some sites. */
    public record At(Collection<SiteId> sites) implements Where {
        public At {
            sites = List.copyOf(sites);
        }
    }

    /** A State's copies, wherever they lie. */
    public record OfHome(State home) implements Where {}

    /** A State's copies at some sites. */
    public record OfHomeAt(State home, Collection<SiteId> sites) implements Where {
        public OfHomeAt {
            sites = List.copyOf(sites);
        }
    }

    /** The copies of some datasets. */
    public record OfAny(Collection<DatasetId> datasets) implements Where {
        public OfAny {
            datasets = List.copyOf(datasets);
        }
    }
}
