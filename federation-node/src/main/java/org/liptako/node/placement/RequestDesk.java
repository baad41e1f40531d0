package org.liptako.node.placement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.SiteId;

/** Takes binding requests on this State's own datasets, and says how they stand. Thread-safe. */
public final class RequestDesk {
    private final Jdbi jdbi;
    private final Journal journal;
    private final PlacementStore store;
    private final Knowledge knowledge;
    private final RuleSets ruleSets;
    private final RequestDriver driver;

    RequestDesk(
            Jdbi jdbi,
            Journal journal,
            PlacementStore store,
            Knowledge knowledge,
            RuleSets ruleSets,
            RequestDriver driver) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.store = store;
        this.knowledge = knowledge;
        this.ruleSets = ruleSets;
        this.driver = driver;
    }

    /**
     * Keeps a request and drives it as far as it goes now. The same request again does nothing twice and gives the answer as it now is.
     *
     * @throws Failure OTHER_STATE_DECIDES, SITE_NOT_ENTITLED, NOT_KNOWN, INVALID_REQUEST or NAME_TAKEN
     */
    Placement request(Party requester, RequestId id, AskedTerms asked) {
        if (!asked.dataset().home().equals(Optional.of(journal.state()))) {
            throw notOurs(asked);
        }
        SiteId site = requester.dataCentre().orElseThrow();
        Optional<Placement> before = find(id);
        if (before.isEmpty()) {
            keep(requester, site, id, asked);
        }
        Placement kept = find(id).orElseThrow();
        mustBeTheSame(kept, site, asked);
        return kept.state().isSettled() ? kept : driver.drive(id);
    }

    /**
     * Why the operators of a data centre may not ask for something, which they are told when they do; empty if they may.
     *
     * @throws Failure NOT_KNOWN if nobody has recorded the place
     */
    Optional<Sentence> objection(SiteId site, AskedTerms asked) {
        return objection(site, asked, knowledge.place(asked.targetSite(), asked.dataset(), journal.state()));
    }

    private Optional<Sentence> objection(SiteId site, AskedTerms asked, KnownPlace target) {
        return new OwnAffairs(site, journal.state())
                .objection(target.site(), () -> knowledge.holdsCopy(asked.dataset(), site));
    }

    Optional<Placement> find(RequestId id) {
        return jdbi.withHandle(handle -> store.find(handle, id));
    }

    /**
     * A request as it stands.
     *
     * @throws Failure NOT_KNOWN if none was made of that name
     */
    Placement get(RequestId id) {
        return find(id).orElseThrow(() -> Failure.of(
                ErrorCode.NOT_KNOWN,
                "Aucune demande " + id + " n'a été faite à ce nœud.",
                "No request " + id + " was made to this node."));
    }

    /**
     * A page of requests, newest first.
     *
     * @param after the last of the page before; null for the first page
     */
    List<Placement> newest(@Nullable Placement after, int most) {
        return jdbi.withHandle(handle -> store.newest(handle, after, most));
    }

    private void keep(Party requester, SiteId site, RequestId id, AskedTerms asked) {
        Instant now = journal.now();
        Known known = knowledge.of(asked.dataset(), asked.targetSite(), asked.operation(), now);
        objection(site, asked, known.place()).ifPresent(no -> {
            throw new Failure(ErrorCode.SITE_NOT_ENTITLED, no);
        });
        PlacementTerms terms = asked.in(known.place().site().state());
        // A word that the vocabulary has not is told before anything is kept.
        PlacementFacts facts = PlacementFacts.in(ruleSets.inForce(now).ruleSet().vocabulary());
        facts.joint(terms, known.parties(), facts.ofHome(known, now), null);
        Placement placement = new Placement(
                id,
                requester.toString(),
                site,
                terms,
                known.parties().host(),
                Reasons.asked(),
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        jdbi.useTransaction(handle -> store.insert(handle, placement, now));
    }

    private static void mustBeTheSame(Placement kept, SiteId site, AskedTerms asked) {
        if (!kept.site().equals(site)
                || !kept.terms().equals(asked.in(kept.terms().targetState()))) {
            throw Failure.of(
                    ErrorCode.NAME_TAKEN,
                    "L'identifiant de demande " + kept.request()
                            + " a déjà servi à une autre demande ; choisissez-en un autre.",
                    "The request identifier " + kept.request()
                            + " was already used for another request; choose another.");
        }
    }

    private Failure notOurs(AskedTerms asked) {
        return asked.dataset()
                .home()
                .map(other -> Failure.of(
                        ErrorCode.OTHER_STATE_DECIDES,
                        "Le jeu " + asked.dataset() + " est de l'État " + other.french()
                                + " : adressez la demande à son nœud.",
                        "Dataset " + asked.dataset() + " is " + other.english() + "'s: ask its node."))
                .orElseGet(() -> Failure.of(
                        ErrorCode.NOT_KNOWN,
                        "Aucun État membre n'a de jeu de données " + asked.dataset() + ".",
                        "No member State has a dataset " + asked.dataset() + "."));
    }
}
