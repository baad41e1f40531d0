package org.liptako.node.receipt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.Registry;
import org.liptako.pki.name.SiteId;

/** The entries that a receipt is made of, for a reader: what is not for them to know is answered as what no journal says. Thread-safe. */
final class ShownEntries {
    private final EntrySearch entries;
    private final Registry registry;

    ShownEntries(EntrySearch entries, Registry registry) {
        this.entries = entries;
        this.registry = registry;
    }

    List<KnownEntry> copy(DatasetId dataset, SiteId site, Disclosure reader) {
        requireCopy(dataset, site, reader);
        return entries.copy(dataset, site);
    }

    List<KnownEntry> erasure(DatasetId dataset, SiteId site, Disclosure reader) {
        requireCopy(dataset, site, reader);
        return entries.erasure(dataset, site);
    }

    /** What a State itself has refused, its people may know. */
    List<KnownEntry> refusal(RequestId request) {
        return entries.refusal(request);
    }

    /** Of one of which the reader is shown single copies there is a receipt for each of these, and none of the whole. */
    List<KnownEntry> state(DatasetId dataset, Instant at, Disclosure reader) {
        if (!reader.shows(dataset, known(dataset))) {
            throw EntrySearch.unknownState(dataset);
        }
        return entries.state(dataset, at);
    }

    private void requireCopy(DatasetId dataset, SiteId site, Disclosure reader) {
        Country lyingIn = site.state().map(Country::of).orElse(Country.UNKNOWN);
        if (!reader.shows(dataset, known(dataset), lyingIn)) {
            throw EntrySearch.unknownCopy(dataset, site);
        }
    }

    private @Nullable Dataset known(DatasetId dataset) {
        return registry.dataset(dataset).orElse(null);
    }
}
