package org.liptako.node.peer;

import io.grpc.Channel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrustMessages;
import org.liptako.trust.v1.GetTrustResponse;
import org.liptako.trust.v1.OfferTrustRequest;
import org.liptako.trust.v1.TrustServiceGrpc;

/** Brings one peer and this node to the newer trust state of the two. */
final class TrustClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A State can draw up a new list for every answer. */
    private static final int MOST_ROUNDS = 64;

    private final NodeTrust trust;

    TrustClient(NodeTrust trust) {
        this.trust = trust;
    }

    /** Fetches what this node missed, message by message. */
    void fetch(Channel channel) {
        long before;
        int round = 0;
        do {
            before = trust.believed().epoch();
            GetTrustResponse answer = stub(channel).getTrust(TrustMessages.question(trust));
            TrustMessages.take(trust, answer.getStatesList(), answer.getListsList());
        } while (trust.believed().epoch() != before && ++round < MOST_ROUNDS);
    }

    /** Hands over what the peer missed, message by message. */
    void offer(Channel channel) {
        OfferTrustRequest before = OfferTrustRequest.getDefaultInstance();
        OfferTrustRequest missed = missedBy(channel);
        int round = 0;
        while (!missed.equals(before) && missed.getSerializedSize() > 0 && round++ < MOST_ROUNDS) {
            stub(channel).offerTrust(missed);
            before = missed;
            missed = missedBy(channel);
        }
    }

    private OfferTrustRequest missedBy(Channel channel) {
        return TrustMessages.missedBy(stub(channel).getTrust(TrustMessages.question(trust)), trust);
    }

    private static TrustServiceGrpc.TrustServiceBlockingStub stub(Channel channel) {
        return TrustServiceGrpc.newBlockingStub(channel).withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
