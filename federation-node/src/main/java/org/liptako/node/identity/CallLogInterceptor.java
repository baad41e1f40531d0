package org.liptako.node.identity;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line, and one measurement, for each call that ends: who, what, with which status, how long, over which key
 * exchange.
 *
 * <p>The metric is the timer {@code liptako.grpc.calls} by method and status. The line never holds what was asked. Of calls that come by the thousand, those that
 * succeed share a line: see {@link CallLogThinning}.
 */
final class CallLogInterceptor implements ServerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger("org.liptako.node.access");

    private final MeterRegistry metrics;
    private final CallLogThinning thinning = new CallLogThinning(System::nanoTime);
    private final Map<Outcome, Timer> timers = new ConcurrentHashMap<>();

    private record Outcome(String method, Status.Code status) {}

    CallLogInterceptor(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        CallRecord record = new CallRecord();
        Context context = Context.current().withValue(CallRecord.KEY, record);
        TimedCall<Q, A> timed = new TimedCall<>(call, record);
        return new SimpleForwardingServerCallListener<>(Contexts.interceptCall(context, timed, headers, next)) {
            @Override
            public void onCancel() {
                timed.ended(Status.Code.CANCELLED);
                super.onCancel();
            }
        };
    }

    private void note(Outcome outcome, Duration took, @Nullable Caller caller, @Nullable SSLSession session) {
        timer(outcome).record(took);
        int calls = callsOfLine(outcome, caller);
        if (calls == 0) {
            return;
        }
        String group = KeyExchange.of(session);
        LOG.atInfo()
                .addKeyValue("method", outcome.method())
                .addKeyValue("caller", caller == null ? "-" : caller.party())
                .addKeyValue("status", outcome.status())
                .addKeyValue("millis", took.toMillis())
                .addKeyValue("group", group == null ? "-" : group)
                .addKeyValue("calls", calls)
                .log("call");
    }

    /** How many calls a line stands for that is due now; 0 if none is. */
    private int callsOfLine(Outcome outcome, @Nullable Caller caller) {
        return caller != null && outcome.status() == Status.Code.OK && thinning.thins(outcome.method())
                ? thinning.count(outcome.method(), caller.party())
                : 1;
    }

    private Timer timer(Outcome outcome) {
        Timer known = timers.get(outcome);
        return known != null ? known : timers.computeIfAbsent(outcome, this::register);
    }

    private Timer register(Outcome outcome) {
        return Timer.builder("liptako.grpc.calls")
                .description("Calls that ended, by method and gRPC status")
                .tag("method", outcome.method())
                .tag("status", outcome.status().name())
                .register(metrics);
    }

    private final class TimedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final CallRecord record;
        private final long began = System.nanoTime();
        private final AtomicBoolean open = new AtomicBoolean(true);

        TimedCall(ServerCall<Q, A> call, CallRecord record) {
            super(call);
            this.record = record;
        }

        @Override
        public void close(Status status, Metadata trailers) {
            super.close(status, trailers);
            ended(status.getCode());
        }

        /** Once for each call: a caller may go away while the answer is on its way. */
        void ended(Status.Code status) {
            if (open.compareAndSet(true, false)) {
                note(
                        new Outcome(getMethodDescriptor().getFullMethodName(), status),
                        Duration.ofNanos(System.nanoTime() - began),
                        record.caller(),
                        getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION));
            }
        }
    }
}
