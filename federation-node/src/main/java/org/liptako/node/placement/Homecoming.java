package org.liptako.node.placement;

import java.util.Optional;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.SiteId;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.Judgement;

/** What the rules say of bringing a dataset of this State home to one of its sites: asked for advice, and bound as an operator of that site. Thread-safe. */
public final class Homecoming {
    private static final String OPERATION = "REPATRIATE";

    private final PlacementDesk checks;
    private final RequestDesk requests;

    Homecoming(PlacementDesk checks, RequestDesk requests) {
        this.checks = checks;
        this.requests = requests;
    }

    /** A grant for a copy at home. */
    public record Grant(GrantSerial serial, Optional<VersionRoot> version) {}

    /** What the rules have against it, by advice; empty if nothing. */
    public Optional<Sentence> objection(DatasetId dataset, SiteId home) {
        Judged judged = checks.check(asked(dataset, home));
        return switch (judged.judgement()) {
            case Judgement.Undecided silent ->
                Optional.of(
                        Reasons.engine(silent.failure().name(), judged.parties().home()));
            case Judgement.Decided decided -> objection(decided.decision(), judged);
        };
    }

    private static Optional<Sentence> objection(Decision decision, Judged judged) {
        return decision.verdict() == Verdict.PERMIT
                ? Optional.empty()
                : Optional.of(VerdictWords.of(decision, judged.rules().ruleSet()));
    }

    /**
     * The grant, for the version that is published now; asked by an operator of the site.
     *
     * @throws Failure NOT_READY with the reason where it is not granted
     */
    public Grant ask(Party operator, RequestId request, DatasetId dataset, SiteId home) {
        Placement placement = requests.request(operator, request, asked(dataset, home));
        if (placement.state() != PlacementState.ACCEPTED) {
            throw new Failure(ErrorCode.NOT_READY, placement.standing().words());
        }
        AcceptedGrant grant = Grants.read(placement.grant().orElseThrow());
        return new Grant(grant.serial(), grant.versionRoot());
    }

    /** In clear: on its own soil, as all that a State publishes. */
    private static AskedTerms asked(DatasetId dataset, SiteId home) {
        return new AskedTerms(dataset, OPERATION, home, null, null, false, null);
    }
}
