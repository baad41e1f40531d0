package org.liptako.node.placement;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.witness.Witnessing;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Merge;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.Judgement;

/**
 * Drives a binding request as far as it goes now: judged here, asked of the host, granted, accepted.
 *
 * <p>Each step is committed before the next one begins and starts from what is stored, so that a stop between any two of them, or the same request driven by two
 * processes at once, ends in the same place. Thread-safe.
 */
final class RequestDriver {
    private final Jdbi jdbi;
    private final PlacementStore store;
    private final HomeJudge judge;
    private final HostNode hosts;
    private final HostReplyReader replies;
    private final AcceptanceReader acceptances;
    private final Binding binding;
    private final Witnessing witnesses;
    private final ConcurrentMap<RequestId, CompletableFuture<Placement>> underWay = new ConcurrentHashMap<>();

    RequestDriver(
            Jdbi jdbi,
            PlacementStore store,
            HomeJudge judge,
            HostNode hosts,
            HostReplyReader replies,
            AcceptanceReader acceptances,
            Binding binding,
            Witnessing witnesses) {
        this.jdbi = jdbi;
        this.store = store;
        this.judge = judge;
        this.hosts = hosts;
        this.replies = replies;
        this.acceptances = acceptances;
        this.binding = binding;
        this.witnesses = witnesses;
    }

    /** How the request stands once it has been driven on; who finds it being driven already waits for that. */
    Placement drive(RequestId request) {
        CompletableFuture<Placement> mine = new CompletableFuture<>();
        CompletableFuture<Placement> before = underWay.putIfAbsent(request, mine);
        if (before != null) {
            return joined(before);
        }
        try {
            Placement driven = advance(request);
            mine.complete(driven);
            return driven;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(request, mine);
        }
    }

    private static Placement joined(CompletableFuture<Placement> driven) {
        try {
            return driven.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Placement advance(RequestId request) {
        Placement placement =
                jdbi.withHandle(handle -> store.find(handle, request)).orElseThrow();
        return switch (placement.state()) {
            case PENDING -> judged(placement);
            case GRANTED -> delivered(placement);
            case REFUSED, ACCEPTED -> placement;
        };
    }

    private Placement judged(Placement placement) {
        Instant at = binding.now();
        if (!at.isBefore(placement.askedAt().plus(GrantTerm.REQUEST))) {
            return binding.refuse(placement, placement.ruling(), Reasons.expired());
        }
        Opinion opinion = judge.first(placement, at);
        Optional<State> host = placement.host();
        if (host.isEmpty()) {
            return decided(placement, opinion, Ruling.of(opinion, opinion.judgement(), null));
        }
        Ruling homes = Ruling.of(opinion, opinion.judgement(), null);
        Optional<Sentence> absent = witnesses.absent();
        if (absent.isPresent()) {
            return withoutHost(placement, opinion, homes, Reasons.unwitnessed(PlacementState.PENDING, absent.get()));
        }
        return switch (hosts.judge(host.get(), opinion.signed())) {
            case HostAnswer.Silent silent -> withoutHost(placement, opinion, homes, Reasons.pending(host.get()));
            case HostAnswer.NotYet notYet ->
                withoutHost(placement, opinion, homes, Standing.of(PlacementState.PENDING, notYet.words()));
            case HostAnswer.Distrusted distrusted ->
                binding.refuse(placement, Optional.of(homes), Reasons.distrusted(distrusted.why()));
            case HostAnswer.Declined declined ->
                binding.refuse(placement, Optional.of(homes), Reasons.declined(declined, host.get()));
            case HostAnswer.Said said -> withHost(placement, opinion, said.statement());
        };
    }

    /** Home's word alone may refuse; whatever the host could still turn into a permit waits for it. */
    private Placement withoutHost(Placement placement, Opinion opinion, Ruling homes, Standing waiting) {
        return HostMatters.to(opinion) ? binding.pend(placement, homes, waiting) : decided(placement, opinion, homes);
    }

    private Placement withHost(Placement placement, Opinion first, SignedStatement said) {
        return switch (replies.read(first, said)) {
            case HostReply.Useless useless ->
                binding.refuse(
                        placement,
                        Optional.of(Ruling.of(first, first.judgement(), said)),
                        Standing.refused(useless.reason(), useless.words()));
            case HostReply.Believed believed -> {
                Opinion last = judge.last(first, placement.requester(), believed.joint(), said);
                yield decided(placement, last, Ruling.of(last, merged(last, believed.decision()), said));
            }
        };
    }

    private static Judgement merged(Opinion last, Decision hosts) {
        return switch (last.judgement()) {
            case Judgement.Undecided silent -> silent;
            case Judgement.Decided home ->
                new Judgement.Decided(home.ruleSetDigest(), home.engine(), Merge.of(home.decision(), hosts));
        };
    }

    private Placement decided(Placement placement, Opinion opinion, Ruling ruling) {
        Decision decision = ruling.decision();
        if (decision == null) {
            String failure = String.valueOf(ruling.engineFailure());
            State home = opinion.question().parties().home();
            return binding.refuse(
                    placement,
                    Optional.of(ruling),
                    Standing.refused(Reasons.ofEngine(failure), Reasons.engine(failure, home)));
        }
        if (decision.verdict() != Verdict.PERMIT) {
            return binding.refuse(
                    placement,
                    Optional.of(ruling),
                    Reasons.refused(decision, opinion.rules().ruleSet()));
        }
        Placement granted = binding.grant(placement, opinion, ruling, decision);
        return granted.state() == PlacementState.GRANTED ? delivered(granted) : granted;
    }

    private Placement delivered(Placement placement) {
        State host = placement.host().orElseThrow();
        SignedStatement grant = placement.grant().orElseThrow();
        Optional<Sentence> lacking = witnesses.lacking();
        if (lacking.isPresent()) {
            return binding.pend(placement, Reasons.unwitnessed(PlacementState.GRANTED, lacking.get()));
        }
        return switch (hosts.accept(host, grant)) {
            case HostAnswer.Silent silent -> binding.pend(placement, Reasons.granted(host));
            case HostAnswer.NotYet notYet ->
                binding.pend(placement, Standing.of(PlacementState.GRANTED, notYet.words()));
            case HostAnswer.Distrusted distrusted ->
                binding.lapse(placement, distrusted.why().words());
            case HostAnswer.Declined declined -> binding.lapse(placement, declined.words());
            case HostAnswer.Said said ->
                acceptances.believes(said.statement(), host, grant)
                        ? binding.accept(placement, said.statement())
                        : binding.pend(placement, Reasons.granted(host));
        };
    }
}
