package org.liptako.node.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.Site;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.registry.Catalogue.Listed;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Journals what a catalogue says of this State's own: its sites, its datasets, the copies on its soil and those of its datasets abroad, and the places abroad.
 *
 * <p>What concerns other States is left to them. What the registry holds already is not journaled again, so a catalogue may be imported as often as one likes.
 */
public final class CatalogueImport {

    /** What was journaled, and how many entries of other States were passed over. */
    public record Taken(int sites, int datasets, int copies, int leftOut) {}

    private final Jdbi jdbi;
    private final Journal journal;
    private final Registry registry;
    private final WordsInUse words;

    public CatalogueImport(Jdbi jdbi, Journal journal, Registry registry, WordsInUse words) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.registry = registry;
        this.words = words;
    }

    /**
     * Takes a catalogue, all or nothing.
     *
     * @throws Failure CATALOGUE_INVALID, naming every mistake by line and column; then nothing was taken
     */
    public Taken take(String yaml) {
        State own = journal.state();
        // Another State's sites are not ours to describe, so not ours to miss.
        Catalogue catalogue = CatalogueReader.read(
                yaml, site -> isOthers(site) || registry.site(site).isPresent(), words.now());
        List<JournalEvent> sites = new ArrayList<>();
        List<JournalEvent> datasets = new ArrayList<>();
        List<JournalEvent> copies = new ArrayList<>();
        int leftOut = 0;
        for (Site site : catalogue.sites()) {
            if (isOthers(site.id())) {
                leftOut++;
            } else if (!registry.site(site.id(), own).equals(Optional.of(site))) {
                sites.add(new SiteRecorded(journal.now(), site));
            }
        }
        for (Listed listed : catalogue.datasets()) {
            Dataset dataset = listed.dataset();
            if (dataset.home() != own) {
                leftOut++;
            } else if (!registry.dataset(dataset.id()).equals(Optional.of(dataset))) {
                datasets.add(new DatasetRecorded(journal.now(), dataset));
            }
            listed.heldAt().forEach(site -> copy(dataset.id(), site).ifPresent(copies::add));
        }
        jdbi.useTransaction(handle -> {
            sites.forEach(event -> journal.append(handle, event));
            datasets.forEach(event -> journal.append(handle, event));
            copies.forEach(event -> journal.append(handle, event));
        });
        return new Taken(sites.size(), datasets.size(), copies.size(), leftOut);
    }

    private boolean isOthers(SiteId site) {
        return site.state().filter(state -> state != journal.state()).isPresent();
    }

    /** The copy, if this State has the last word on it and has not said anything of it yet. */
    private Optional<CopyRecorded> copy(DatasetId dataset, SiteId site) {
        State own = journal.state();
        boolean ours =
                site.state().or(dataset::home).filter(state -> state == own).isPresent();
        if (!ours || registry.replica(dataset, site).isPresent()) {
            return Optional.empty();
        }
        CopyStanding standing = site.state().isPresent() ? CopyStanding.UNPROVEN : CopyStanding.EXTERNAL;
        return Optional.of(new CopyRecorded(journal.now(), dataset, site, standing));
    }
}
