package org.liptako.node.placement.watch;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.Site;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.placement.Known;
import org.liptako.node.placement.KnownPlace;
import org.liptako.node.placement.PlacementFacts;
import org.liptako.node.placement.held.IncidentTurns;
import org.liptako.node.registry.CopyReader;
import org.liptako.node.registry.RegistersAhead;
import org.liptako.node.registry.Registry;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.vocabulary.Vocabulary;

/** What a grant rests on, as it is known here now: the facts of its terms, each from its authority. */
final class GrantGround {
    private final Registry registry;
    private final CopyReader reader;

    GrantGround(Registry registry, CopyReader reader) {
        this.registry = registry;
        this.reader = reader;
    }

    /** The facts of a grant, and what they were read from. */
    record Read(Facts facts, Dataset dataset, PlacementTerms terms, RegistersAhead ahead) {
        /** When, by what is recorded now, the facts next change by themselves. */
        Optional<Instant> changeAfter(Instant at, IncidentTurns turns) {
            return Stream.of(
                            ahead.changeAfter(terms.dataset(), terms.operation(), terms.targetState(), at),
                            ahead.registers()
                                    .incidentSince(dataset.home(), at)
                                    .flatMap(since -> turns.after(since, at)),
                            ahead.deadlineAfter(terms.dataset(), terms.targetSite(), at))
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder());
        }
    }

    /** Whether the home State's journal is read here up to the grant: before that, what it was given on may be unknown here. */
    boolean isRead(AcceptedGrant grant) {
        return registry.grant(grant.serial()).isPresent();
    }

    /**
     * Reads it.
     *
     * @param words those of the rules that will judge
     * @return empty while the dataset or the site is not known here
     */
    Optional<Read> read(Handle handle, AcceptedGrant grant, Instant at, Vocabulary words) {
        PlacementTerms terms = grant.terms();
        Optional<Dataset> dataset = registry.dataset(terms.dataset());
        Optional<Site> site =
                registry.site(terms.targetSite(), terms.targetSite().state().orElse(grant.home()));
        if (dataset.isEmpty() || site.isEmpty()) {
            return Optional.empty();
        }
        RegistersAhead ahead = reader.registers(handle, terms.dataset(), at);
        Known known = Known.of(dataset.get(), place(terms, site.get()), terms.operation(), ahead.registers(), at);
        return Optional.of(new Read(PlacementFacts.in(words).known(terms, known, at), dataset.get(), terms, ahead));
    }

    /** What is on its way under a grant has its room already: it must not be counted twice. */
    private KnownPlace place(PlacementTerms terms, Site site) {
        boolean there = registry.replica(terms.dataset(), terms.targetSite())
                .filter(copy -> copy.state().status().isThere())
                .isPresent();
        return new KnownPlace(site, registry.quotaLeftGb(site.id()), there);
    }
}
