package org.liptako.node.rulebook;

import com.google.protobuf.ByteString;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        ServerCallStreamObserver<GetRulesResponse> stream = (ServerCallStreamObserver<GetRulesResponse>) answer;
        Sending sending = new Sending(rules.files(jurisdiction), stream);
        stream.setOnReadyHandler(sending::send);
    }

    /** Files as fast as the caller takes them: who asks and never reads holds no rules in memory but those in force. */
    private static final class Sending {
        private final Iterator<PublishedFile> files;
        private final ServerCallStreamObserver<GetRulesResponse> stream;
        private @Nullable PublishedFile file;
        private int from;
        private boolean ended;

        Sending(List<PublishedFile> files, ServerCallStreamObserver<GetRulesResponse> stream) {
            this.files = files.iterator();
            this.stream = stream;
        }

        void send() {
            while (!ended && stream.isReady()) {
                GetRulesResponse part = next();
                if (part == null) {
                    ended = true;
                    stream.onCompleted();
                } else {
                    stream.onNext(part);
                }
            }
        }

        /** A file longer than a message comes in parts: the same path again, in order. */
        private @Nullable GetRulesResponse next() {
            PublishedFile current = file;
            if (current == null) {
                if (!files.hasNext()) {
                    return null;
                }
                current = files.next();
                from = 0;
            }
            int length = Math.min(PART, current.bytes().length - from);
            GetRulesResponse part = GetRulesResponse.newBuilder()
                    .setPath(current.path())
                    .setContent(ByteString.copyFrom(current.bytes(), from, length))
                    .build();
            from += length;
            file = from < current.bytes().length ? current : null;
            return part;
        }
    }
}
