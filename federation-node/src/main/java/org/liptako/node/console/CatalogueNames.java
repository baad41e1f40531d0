package org.liptako.node.console;

import static java.util.function.Function.identity;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.Registry;
import org.liptako.pki.name.SiteId;

/** What datasets and data centres are called, for readers who know few identifiers by heart. What nobody has recorded, or is not shown, is called by its identifier. */
final class CatalogueNames {
    private final Map<DatasetId, Dataset> datasets;
    private final Map<SiteId, Site> sites;
    private final Disclosure disclosure;
    private final Words words;

    /** Those of all these datasets, asked for together. */
    CatalogueNames(Registry registry, Collection<DatasetId> named, Disclosure disclosure, Words words) {
        this(
                registry.datasets(named.stream().distinct().toList()).stream()
                        .collect(Collectors.toMap(Dataset::id, identity(), (one, other) -> one)),
                registry,
                disclosure,
                words);
    }

    /** The same of datasets that were asked for already. */
    CatalogueNames(Map<DatasetId, Dataset> datasets, Registry registry, Disclosure disclosure, Words words) {
        this.datasets = datasets;
        this.sites = registry.sites().stream().collect(Collectors.toUnmodifiableMap(Site::id, identity()));
        this.disclosure = disclosure;
        this.words = words;
    }

    String of(DatasetId id) {
        Dataset dataset = datasets.get(id);
        return dataset != null && disclosure.shows(id, dataset)
                ? words.of("choice.named", words.of(dataset.name()), id.value())
                : id.value();
    }

    String of(SiteId id) {
        Site site = sites.get(id);
        return site == null ? id.value() : words.of("choice.named", site.city(), id.value());
    }
}
