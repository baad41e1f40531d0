package org.liptako.node.identity;

import io.grpc.MethodDescriptor;
import org.liptako.pki.trust.TrustUse;

/** What a call between States relies on the trust state for: the same for who calls and for who answers. */
final class TrustNeed {
    private TrustNeed() {}

    static TrustUse of(MethodDescriptor<?, ?> method) {
        return switch (String.valueOf(method.getServiceName())) {
            case "liptako.placement.v1.PlacementPeerService" -> TrustUse.BINDING_ACTS;
            case "liptako.exchange.v1.ReplicaExchangeService" -> TrustUse.GRANTED_TRANSFERS;
            default -> TrustUse.PEER_CALLS;
        };
    }
}
