package org.liptako.node.placement.held;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.placement.Known;
import org.liptako.node.placement.KnownPlace;
import org.liptako.node.placement.PlacementFacts;
import org.liptako.node.registry.GrantSummary;
import org.liptako.node.registry.RecordedCopy;
import org.liptako.node.registry.RegistersAhead;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.pki.name.State;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * A copy as it lies at a site, ready to be judged at any instant from that of the reading on. Immutable, thread-safe.
 *
 * <p>It is judged for the operation that it came by and on the terms of its grant: what allows a copy to stay is what allowed it to come; {@link CopyLaw} asks
 * besides what bans hosting. A copy without a grant was there before the federation; it is judged as hosted ({@code STORE}), its terms unknown.
 */
public final class HeldCopy {
    private static final String HOSTED = "STORE";

    private final RecordedCopy recorded;
    private final PlacementTerms terms;
    private final KnownPlace place;

    HeldCopy(RecordedCopy recorded) {
        this.recorded = recorded;
        this.terms = recorded.grant().map(GrantSummary::terms).orElseGet(() -> hosted(recorded));
        this.place = new KnownPlace(
                recorded.site(),
                recorded.quotaLeftGb(),
                recorded.statement().state().status().isThere());
    }

    private static PlacementTerms hosted(RecordedCopy recorded) {
        return new PlacementTerms(
                recorded.dataset().id(),
                HOSTED,
                recorded.site().id(),
                recorded.site().state(),
                null,
                null,
                null,
                null);
    }

    /** What the State with the last word on it says of it. */
    public ReplicaStatement statement() {
        return recorded.statement();
    }

    /** As its home State describes it. */
    public Dataset dataset() {
        return recorded.dataset();
    }

    /** Whose data it is. */
    public State home() {
        return recorded.dataset().home();
    }

    /** The country that it lies in. */
    public Country host() {
        return recorded.site().state();
    }

    /** For what, and on which terms, it is judged. */
    public PlacementTerms terms() {
        return terms;
    }

    /** Whether it is judged as hosted alone. */
    boolean isHosted() {
        return terms.operation().equals(HOSTED);
    }

    /** The facts of an instant, by what is recorded now, in the words of the rules that will judge. */
    public Facts facts(Instant at, Vocabulary words) {
        return facts(terms, at, words);
    }

    /** The same, of the copy as one that lies there. */
    Facts hosted(Instant at, Vocabulary words) {
        return facts(
                new PlacementTerms(
                        terms.dataset(),
                        HOSTED,
                        terms.targetSite(),
                        terms.targetState(),
                        terms.purpose(),
                        terms.recipient(),
                        terms.encrypted(),
                        terms.returnClause()),
                at,
                words);
    }

    private Facts facts(PlacementTerms terms, Instant at, Vocabulary words) {
        Known known = Known.of(
                recorded.dataset(), place, terms.operation(), recorded.ahead().registers(), at);
        return PlacementFacts.in(words).known(terms, known, at);
    }

    /**
     * When, by what is recorded now, its facts next change by themselves in a way that may matter.
     *
     * @param turns the days of an incident that matter to the rules it is judged by
     */
    public Optional<Instant> factsChangeAfter(Instant at, IncidentTurns turns) {
        RegistersAhead ahead = recorded.ahead();
        Optional<Instant> registers = Stream.of(terms.operation(), HOSTED)
                .distinct()
                .flatMap(operation -> ahead.changeAfter(terms.dataset(), operation, terms.targetState(), at).stream())
                .min(Comparator.naturalOrder());
        Optional<Instant> incident =
                ahead.registers().incidentSince(home(), at).flatMap(since -> turns.after(since, at));
        return Stream.of(registers, incident, ahead.deadlineAfter(terms.dataset(), terms.targetSite(), at))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** By when a State has found that it must be moved or brought in order; empty if that State says no day. */
    public Optional<Instant> deadline(State saidBy, Instant at) {
        return recorded.ahead().registers().deadline(saidBy, terms.dataset(), terms.targetSite(), at);
    }
}
