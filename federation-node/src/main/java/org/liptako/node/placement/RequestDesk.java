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
import org.liptako.pki.name.Party;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

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
        State home = asked.dataset().home().filter(journal.state()::equals).orElseThrow(() -> notOurs(asked));
        SiteId site = requester.dataCentre().orElseThrow();
        Optional<Placement> before = find(id);
        if (before.isEmpty()) {
            keep(requester, site, id, asked, home);
        }
        Placement kept = find(id).orElseThrow();
        mustBeTheSame(kept, site, asked);
        return kept.state().isSettled() ? kept : driver.drive(id);
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

    private void keep(Party requester, SiteId site, RequestId id, AskedTerms asked, State home) {
        Instant now = journal.now();
        Known known = knowledge.of(asked.dataset(), asked.targetSite(), asked.operation(), now);
        mustBeTheirAffair(site, known.place(), knowledge.holdsCopy(asked.dataset(), site), home);
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

    /**
     * An operator acts for one data centre: on copies that it holds or would receive, and on its State's copies abroad, which no data centre of the State runs. Another
     * data centre of the same State has an operator of its own.
     */
    private static void mustBeTheirAffair(SiteId site, KnownPlace target, boolean holdsCopy, State home) {
        boolean another = target.site().state().is(home) && !target.site().id().equals(site);
        if (another && !holdsCopy) {
            throw Failure.of(
                    ErrorCode.SITE_NOT_ENTITLED,
                    "Votre certificat vaut pour le site " + site + ", qui ne détient pas ce jeu ; la demande sur "
                            + target.site().id() + " revient à l'exploitant de ce site.",
                    "Your certificate is for site " + site + ", which holds no copy of this dataset; a request on "
                            + target.site().id() + " is for that site's operator.");
        }
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
