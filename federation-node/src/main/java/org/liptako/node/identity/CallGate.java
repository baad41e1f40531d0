package org.liptako.node.identity;

import io.grpc.BindableService;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import java.util.List;
import org.liptako.node.wire.FailureInterceptor;
import org.liptako.node.wire.LimitsInterceptor;

/**
 * What every call passes before an endpoint sees it, in this order: the log, the mapping of failures, the bounds of
 * the call itself, the caller and the right to call, the age of what is
 * trusted, the limits of the message, the book of looks.
 */
final class CallGate {
    private final CallLogInterceptor log;
    private final FailureInterceptor failures = new FailureInterceptor();
    private final BoundsInterceptor bounds;
    private final CallerInterceptor caller;
    private final TrustAgeInterceptor trustAge;
    private final LookInterceptor looks;
    private final LimitsInterceptor limits = new LimitsInterceptor();

    CallGate(
            CallLogInterceptor log,
            BoundsInterceptor bounds,
            CallerInterceptor caller,
            TrustAgeInterceptor trustAge,
            LookInterceptor looks) {
        this.looks = looks;
        this.log = log;
        this.bounds = bounds;
        this.trustAge = trustAge;
        this.caller = caller;
    }

    ServerServiceDefinition before(BindableService endpoint) {
        return ServerInterceptors.interceptForward(
                endpoint, List.of(log, failures, bounds, caller, trustAge, limits, looks));
    }
}
