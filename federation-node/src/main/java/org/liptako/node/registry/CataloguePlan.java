package org.liptako.node.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.Site;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.registry.Catalogue.Held;
import org.liptako.node.registry.Catalogue.Listed;
import org.liptako.node.registry.CatalogueImport.Taken;
import org.liptako.pki.name.State;

/** What of a catalogue is to be journaled: this State's own that the registry does not hold yet; sites first, then datasets, then copies. */
final class CataloguePlan {
    private final State own;
    private final Registry registry;
    private final Instant now;
    private final List<JournalEvent> sites = new ArrayList<>();
    private final List<JournalEvent> datasets = new ArrayList<>();
    private final List<JournalEvent> copies = new ArrayList<>();
    private final Set<Held> planned = new HashSet<>();
    private int leftOut;
    private int known;

    CataloguePlan(Catalogue catalogue, State own, Registry registry, Instant now) {
        this.own = own;
        this.registry = registry;
        this.now = now;
        // Since when a copy lies somewhere is said where it is told of by itself, so that comes first.
        catalogue.copies().forEach(held -> leftOut += copy(held) ? 0 : 1);
        catalogue.sites().forEach(this::site);
        catalogue.datasets().forEach(this::dataset);
    }

    List<JournalEvent> events() {
        List<JournalEvent> events = new ArrayList<>(sites);
        events.addAll(datasets);
        events.addAll(copies);
        return events;
    }

    Taken taken() {
        return new Taken(sites.size(), datasets.size(), copies.size(), leftOut);
    }

    /** What the registry holds already as it is told of here. */
    int known() {
        return known;
    }

    private void site(Site site) {
        if (site.id().state().filter(state -> state != own).isPresent()) {
            leftOut++;
        } else if (registry.site(site.id(), own).equals(Optional.of(site))) {
            known++;
        } else {
            sites.add(new SiteRecorded(now, site));
        }
    }

    private void dataset(Listed listed) {
        Dataset dataset = listed.dataset();
        if (dataset.home() != own) {
            leftOut++;
        } else if (registry.dataset(dataset.id()).equals(Optional.of(dataset))) {
            known++;
        } else {
            datasets.add(new DatasetRecorded(now, dataset));
        }
        listed.heldAt().forEach(site -> copy(new Held(dataset.id(), site, null)));
    }

    /** False if this State has not the last word on the copy. */
    private boolean copy(Held held) {
        Optional<State> lastWord = held.site().state().or(held.dataset()::home);
        if (lastWord.filter(state -> state == own).isEmpty()) {
            return false;
        }
        if (registry.replica(held.dataset(), held.site()).isPresent()) {
            known++;
        } else if (planned.add(new Held(held.dataset(), held.site(), null))) {
            CopyStanding standing = held.site().state().isPresent() ? CopyStanding.UNPROVEN : CopyStanding.EXTERNAL;
            Instant since = Objects.requireNonNullElse(held.since(), now);
            copies.add(new CopyRecorded(since, held.dataset(), held.site(), standing));
        }
        return true;
    }
}
