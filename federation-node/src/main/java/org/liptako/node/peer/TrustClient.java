package org.liptako.node.peer;

import io.grpc.Channel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrustMessages;
import org.liptako.trust.v1.GetTrustRequest;
import org.liptako.trust.v1.GetTrustResponse;
import org.liptako.trust.v1.OfferTrustRequest;
import org.liptako.trust.v1.TrustServiceGrpc;

/** Brings one peer and this node to the newer trust state of the two. */
final class TrustClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final NodeTrust trust;

    TrustClient(NodeTrust trust) {
        this.trust = trust;
    }

    /** Fetches what this node missed, state by state. */
    void fetch(Channel channel) {
        long held;
        GetTrustResponse answer;
        do {
            held = trust.number();
            answer = stub(channel)
                    .getTrust(GetTrustRequest.newBuilder().setHeld(held).build());
            TrustMessages.take(trust, answer.getStatesList(), answer.getListsList());
        } while (trust.number() > held && trust.number() < answer.getNewest());
    }

    /** Hands over what the peer missed, state by state. */
    void offer(Channel channel) {
        long held = stub(channel)
                .getTrust(GetTrustRequest.newBuilder().setHeld(trust.number()).build())
                .getNewest();
        long before;
        do {
            before = held;
            OfferTrustRequest offer = TrustMessages.offerAfter(held, trust);
            held = offer.getStatesCount() + offer.getListsCount() == 0
                    ? held
                    : stub(channel).offerTrust(offer).getNewest();
        } while (held > before && held < trust.number());
    }

    private static TrustServiceGrpc.TrustServiceBlockingStub stub(Channel channel) {
        return TrustServiceGrpc.newBlockingStub(channel).withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
