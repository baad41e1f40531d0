package org.liptako.node.placement;

import java.util.List;
import java.util.Optional;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.SiteId;
import org.liptako.policy.vocabulary.Vocabulary;

/** Placements for whoever knows no rules, such as the pages: asked of the desks that calls are answered by, and told in words. Thread-safe. */
public final class WordedPlacements {
    private final PlacementDesk checks;
    private final RequestDesk requests;
    private final DecisionWords words;
    private final RuleSets ruleSets;
    private final NodeTrust trust;
    private final WithdrawnGrants withdrawn;
    private final RequestNames names;

    WordedPlacements(
            PlacementDesk checks,
            RequestDesk requests,
            DecisionWords words,
            RuleSets ruleSets,
            NodeTrust trust,
            WithdrawnGrants withdrawn,
            RequestNames names) {
        this.checks = checks;
        this.requests = requests;
        this.words = words;
        this.ruleSets = ruleSets;
        this.trust = trust;
        this.withdrawn = withdrawn;
        this.names = names;
    }

    /** In which one may ask now. */
    public Vocabulary vocabulary() {
        return ruleSets.inForce().ruleSet().vocabulary();
    }

    /**
     * What the rules say of it: nothing is kept and nobody is bound.
     *
     * @throws org.liptako.node.wire.Failure NOT_KNOWN or INVALID_REQUEST
     */
    public WordedAdvice check(AskedTerms asked) {
        Judged judged = checks.check(asked);
        return new WordedAdvice(
                words.ofCheck(judged), judged.obstacle(trust), judged.rules().digest(), judged.at());
    }

    /**
     * What asking for it in earnest would be now, for the operators of a data centre: asking for the same is one request as long as that has not come to its end.
     *
     * @throws org.liptako.node.wire.Failure TOO_MUCH if the same came to its end too often
     */
    public NextRequest next(SiteId site, AskedTerms asked) {
        RequestNames.Named named = names.name(site, asked);
        return new NextRequest(named.name(), named.before().map(this::worded));
    }

    /**
     * Why the operators of a data centre may not ask for it, which they are told if they do; empty if they may.
     *
     * @throws org.liptako.node.wire.Failure NOT_KNOWN if nobody has recorded the place
     */
    public Optional<Sentence> objection(SiteId site, AskedTerms asked) {
        return requests.objection(site, asked);
    }

    /** Whether a request of that name was made. */
    public boolean isMade(RequestId id) {
        return requests.find(id).isPresent();
    }

    /**
     * Asks for it in earnest. The same request again does nothing twice and gives the answer as it now is.
     *
     * @throws org.liptako.node.wire.Failure OTHER_STATE_DECIDES, SITE_NOT_ENTITLED, NOT_KNOWN, INVALID_REQUEST or NAME_TAKEN
     */
    public WordedPlacement request(Party requester, RequestId id, AskedTerms asked) {
        return worded(requests.request(requester, id, asked));
    }

    /**
     * A request as it stands.
     *
     * @throws org.liptako.node.wire.Failure NOT_KNOWN if none was made of that name
     */
    public WordedPlacement get(RequestId id) {
        return worded(requests.get(id));
    }

    /** The last ones, newest first. */
    public List<WordedPlacement> newest(int most) {
        return requests.newest(null, most).stream().map(this::worded).toList();
    }

    private WordedPlacement worded(Placement placement) {
        Optional<AcceptedGrant> grant = placement.grant().map(Grants::read);
        return new WordedPlacement(
                placement.request(),
                placement.state(),
                placement.standing().words(),
                grant.flatMap(
                        given -> withdrawn.of(given.serial(), given.terms().targetSite())),
                placement.terms(),
                placement.requester(),
                placement.askedAt(),
                placement.ruling().map(ruling -> words.ofRuling(ruling, placement)),
                grant);
    }
}
