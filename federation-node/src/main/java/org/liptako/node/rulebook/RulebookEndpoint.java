package org.liptako.node.rulebook;

import com.google.protobuf.ByteString;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.PacedAnswer;
import org.liptako.policy.edition.EditionLine;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.rulebook.v1.GetEditionsRequest;
import org.liptako.rulebook.v1.GetEditionsResponse;
import org.liptako.rulebook.v1.GetRuleSetRequest;
import org.liptako.rulebook.v1.GetRuleSetResponse;
import org.liptako.rulebook.v1.GetRulesRequest;
import org.liptako.rulebook.v1.GetRulesResponse;
import org.liptako.rulebook.v1.PublishEditionRequest;
import org.liptako.rulebook.v1.PublishEditionResponse;
import org.liptako.rulebook.v1.RulebookServiceGrpc;

/** Publishes the rules: those in force, so that every State can recompute what another has decided, and the signed editions that they come from. */
final class RulebookEndpoint extends RulebookServiceGrpc.RulebookServiceImplBase {
    /** Under the message limit of 4 MiB, with room for the path. */
    private static final int PART = 1 << 20;

    private final RuleSets ruleSets;
    private final Editions editions;
    private final RuleSetMessages standing;
    private final Clock clock;

    RulebookEndpoint(RuleSets ruleSets, Editions editions, PeerRules peers, Clock clock) {
        this.ruleSets = ruleSets;
        this.editions = editions;
        this.standing = new RuleSetMessages(editions, peers);
        this.clock = clock;
    }

    @Override
    public void getRuleSet(GetRuleSetRequest request, StreamObserver<GetRuleSetResponse> answer) {
        Instant now = clock.instant();
        answer.onNext(standing.of(ruleSets.inForce(now), now));
        answer.onCompleted();
    }

    @Override
    public void getRules(GetRulesRequest request, StreamObserver<GetRulesResponse> answer) {
        RulesInForce rules = ruleSets.inForce();
        Jurisdiction jurisdiction = Jurisdiction.of(request.getJurisdiction())
                .filter(known -> rules.ruleSet().of(known).digest().equals(request.getDigest()))
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_KNOWN,
                        "Aucune règle en vigueur ici ne répond à « " + request.getJurisdiction()
                                + " » sous l'empreinte " + request.getDigest()
                                + " ; demandez d'abord les empreintes par GetRuleSet.",
                        "No rules in force here are those of \"" + request.getJurisdiction() + "\" under the digest "
                                + request.getDigest() + "; ask for the digests by GetRuleSet first."));
        PacedAnswer.begin(
                rules.files(jurisdiction).stream()
                        .flatMap(RulebookEndpoint::parts)
                        .iterator(),
                (ServerCallStreamObserver<GetRulesResponse>) answer);
    }

    @Override
    public void getEditions(GetEditionsRequest request, StreamObserver<GetEditionsResponse> answer) {
        EditionLines lines = editions.lines();
        Map<String, org.liptako.rulebook.v1.HeldEdition> held = new HashMap<>();
        request.getHeldList().forEach(one -> held.put(one.getJurisdiction(), one));
        PacedAnswer.begin(
                Jurisdiction.all().stream()
                        .flatMap(jurisdiction -> missing(lines.of(jurisdiction), held.get(jurisdiction.name())))
                        .flatMap(missing -> EditionMessages.parts(editions.signed(missing)))
                        .map(part ->
                                GetEditionsResponse.newBuilder().setPart(part).build())
                        .iterator(),
                (ServerCallStreamObserver<GetEditionsResponse>) answer);
    }

    @Override
    public StreamObserver<PublishEditionRequest> publishEdition(StreamObserver<PublishEditionResponse> answer) {
        return new EditionUploadEndpoint(editions, answer);
    }

    /** What the caller lacks, and our own of the version where it holds another: so a fork does not stay hidden. */
    private static Stream<HeldEdition> missing(EditionLine line, org.liptako.rulebook.v1.@Nullable HeldEdition held) {
        if (held == null) {
            return line.editions().stream();
        }
        return line.editions().stream()
                .filter(ours -> ours.version() > held.getVersion()
                        || (ours.version() == held.getVersion()
                                && !ours.digest().equals(held.getDigest())));
    }

    /** A file longer than a message comes in parts: the same path again, in order. */
    private static Stream<GetRulesResponse> parts(PublishedFile file) {
        int parts = Math.max(1, Math.ceilDiv(file.bytes().length, PART));
        return Stream.iterate(0, part -> part < parts, part -> part + 1).map(part -> {
            int from = part * PART;
            return GetRulesResponse.newBuilder()
                    .setPath(file.path())
                    .setContent(ByteString.copyFrom(file.bytes(), from, Math.min(PART, file.bytes().length - from)))
                    .build();
        });
    }
}
