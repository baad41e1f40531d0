package org.liptako.node.rulebook;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.rulebook.v1.GetRuleSetRequest;
import org.liptako.rulebook.v1.GetRuleSetResponse;
import org.liptako.rulebook.v1.GetRulesRequest;
import org.liptako.rulebook.v1.GetRulesResponse;
import org.liptako.rulebook.v1.JurisdictionRules;
import org.liptako.rulebook.v1.RulebookServiceGrpc;

/** Publishes the rules in force, so that every State can recompute what another has decided. */
final class RulebookEndpoint extends RulebookServiceGrpc.RulebookServiceImplBase {
    /** Under the message limit of 4 MiB, with room for the path. */
    private static final int PART = 1 << 20;

    private final RuleSets ruleSets;

    RulebookEndpoint(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    @Override
    public void getRuleSet(GetRuleSetRequest request, StreamObserver<GetRuleSetResponse> answer) {
        RulesInForce rules = ruleSets.inForce();
        GetRuleSetResponse.Builder response =
                GetRuleSetResponse.newBuilder().setRuleSet(rules.digest().hex());
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            Compendium compendium = rules.ruleSet().of(jurisdiction);
            response.addJurisdictions(JurisdictionRules.newBuilder()
                    .setJurisdiction(jurisdiction.name())
                    .setDigest(compendium.digest())
                    .setRules(compendium.rules().size()));
        }
        answer.onNext(response.build());
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
        for (PublishedFile file : rules.files(jurisdiction)) {
            send(file, answer);
        }
        answer.onCompleted();
    }

    /** A file longer than a message comes in parts: the same path again, in order. */
    private static void send(PublishedFile file, StreamObserver<GetRulesResponse> answer) {
        ByteString bytes = ByteString.copyFrom(file.bytes());
        int from = 0;
        do {
            int to = Math.min(bytes.size(), from + PART);
            answer.onNext(GetRulesResponse.newBuilder()
                    .setPath(file.path())
                    .setContent(bytes.substring(from, to))
                    .build());
            from = to;
        } while (from < bytes.size());
    }
}
