package org.liptako.node.placement.impact;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.liptako.node.identity.Caller;
import org.liptako.node.rulebook.LoadedRules;
import org.liptako.node.rulebook.RuleFilePartMessages;
import org.liptako.node.rulebook.RuleProposal;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.PacedAnswer;
import org.liptako.pki.name.Party;
import org.liptako.placement.v1.ImpactServiceGrpc;
import org.liptako.placement.v1.WeighRulesRequest;
import org.liptako.placement.v1.WeighRulesResponse;
import org.liptako.placement.v1.WeighingTerms;
import org.liptako.policy.rules.RuleSet;

/** What the State's legal officers and regulators ask about rules that are not in force yet. Each has one weighing at a time. */
public final class ImpactEndpoint extends ImpactServiceGrpc.ImpactServiceImplBase {
    private final ImpactDesk desk;
    private final RuleSets ruleSets;
    private final LoadedRules loaded;
    private final Consumer<RuleSet> weighed;
    private final Clock clock;
    private final Set<Party> busy = ConcurrentHashMap.newKeySet();

    /** @param weighed told of each rule set that was weighed to the end: it may be signed soon; must not block */
    public ImpactEndpoint(
            ImpactDesk desk, RuleSets ruleSets, LoadedRules loaded, Consumer<RuleSet> weighed, Clock clock) {
        this.desk = desk;
        this.ruleSets = ruleSets;
        this.loaded = loaded;
        this.weighed = weighed;
        this.clock = clock;
    }

    @Override
    public StreamObserver<WeighRulesRequest> weighRules(StreamObserver<WeighRulesResponse> answer) {
        Party caller = Caller.current().party();
        if (!busy.add(caller)) {
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "Une pesée que vous avez demandée est en cours ; attendez-en la fin.",
                    "A weighing that you asked for is under way; wait for its end.");
        }
        ServerCallStreamObserver<WeighRulesResponse> stream = (ServerCallStreamObserver<WeighRulesResponse>) answer;
        stream.setOnCancelHandler(() -> busy.remove(caller));
        stream.setOnCloseHandler(() -> busy.remove(caller));
        return new Proposal(stream);
    }

    /** One proposal on its way in: put together part by part, weighed when it is whole. */
    private final class Proposal implements StreamObserver<WeighRulesRequest> {
        private final ServerCallStreamObserver<WeighRulesResponse> stream;
        private final PacedAnswer<WeighRulesResponse> answer;
        private final RuleFilePartMessages files = new RuleFilePartMessages();
        private @Nullable WeighingTerms terms;

        private Proposal(ServerCallStreamObserver<WeighRulesResponse> stream) {
            this.stream = stream;
            this.answer = PacedAnswer.later(stream);
        }

        @Override
        public void onNext(WeighRulesRequest request) {
            switch (request.getPartCase()) {
                case TERMS -> {
                    if (terms != null) {
                        throw outOfOrder();
                    }
                    terms = request.getTerms();
                }
                case FILE -> {
                    if (terms == null) {
                        throw outOfOrder();
                    }
                    files.take(request.getFile());
                }
                case PART_NOT_SET -> throw outOfOrder();
            }
        }

        @Override
        public void onCompleted() {
            WeighingTerms asked = terms;
            if (asked == null) {
                throw outOfOrder();
            }
            ImpactQuestion question = ImpactMessages.question(
                    asked,
                    clock.instant(),
                    from -> new RuleProposal(ImpactMessages.jurisdictions(asked), files.files())
                            .over(ruleSets.inForce(from), loaded));
            ImpactReport report = desk.weigh(question, stream::isCancelled);
            weighed.accept(question.proposed());
            answer.give(ImpactMessages.lines(report));
        }

        @Override
        public void onError(Throwable ended) {
            // The caller has gone; the close handler lets the next weighing in.
        }

        private static Failure outOfOrder() {
            return Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Une proposition voyage d'abord par sa question, puis fichier par fichier.",
                    "A proposal travels as its question first, then file by file.");
        }
    }
}
