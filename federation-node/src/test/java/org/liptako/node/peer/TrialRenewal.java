package org.liptako.node.peer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.liptako.node.identity.TrialNodeFiles;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.enrolment.Enrolment;
import org.liptako.pki.enrolment.RenewalRequest;

/** A node's own renewing, against a desk of the trial region, for tests of other rooms. */
public final class TrialRenewal {
    private TrialRenewal() {}

    /** Renews the node's files from now on. */
    public static NodeRenewal started(TrialNodeFiles node) {
        NodeRenewal renewal = of(node, deskOf(node), new SimpleMeterRegistry());
        renewal.start();
        return renewal;
    }

    static NodeRenewal of(TrialNodeFiles node, LeafAuthority authority, SimpleMeterRegistry metrics) {
        return of(node, authority, metrics, Clock.systemUTC());
    }

    static NodeRenewal of(TrialNodeFiles node, LeafAuthority authority, SimpleMeterRegistry metrics, Clock clock) {
        return new NodeRenewal(
                node.identity(),
                Optional.of(new FreshCredential(node.identity(), node.files(), node.watch(), authority, clock)),
                () -> {},
                clock,
                metrics);
    }

    static LeafAuthority deskOf(TrialNodeFiles node) {
        return new LeafAuthority() {
            @Override
            public void catchUp() {}

            @Override
            public RenewalAnswer renew(RenewalRequest request) {
                return switch (node.desk().renew(request)) {
                    case Enrolment.Issued issued -> new RenewalAnswer.Issued(issued.chain());
                    case Enrolment.Refused refused ->
                        new RenewalAnswer.Refused(new Sentence(
                                refused.reason().name(), refused.reason().name()));
                };
            }
        };
    }
}
