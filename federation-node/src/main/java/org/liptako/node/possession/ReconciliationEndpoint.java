package org.liptako.node.possession;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.liptako.node.identity.Caller;
import org.liptako.node.possession.reconcile.LookProgress;
import org.liptako.node.possession.reconcile.LookSum;
import org.liptako.node.possession.reconcile.ReconciliationDesk;
import org.liptako.node.wire.PacedAnswer;
import org.liptako.pki.name.SiteId;
import org.liptako.possession.v1.HoldingFinding;
import org.liptako.possession.v1.ReconcileRequest;
import org.liptako.possession.v1.ReconcileResponse;
import org.liptako.possession.v1.ReconciliationServiceGrpc;

/** What operators ask of what lies in this data centre's store. */
public final class ReconciliationEndpoint extends ReconciliationServiceGrpc.ReconciliationServiceImplBase {
    private static final int USUAL_MOST = 10_000;

    private final SiteId site;
    private final ReconciliationDesk desk;

    public ReconciliationEndpoint(SiteId site, ReconciliationDesk desk) {
        this.site = site;
        this.desk = desk;
    }

    @Override
    public void reconcile(ReconcileRequest request, StreamObserver<ReconcileResponse> observer) {
        Caller.current().mustActFor(site);
        ServerCallStreamObserver<ReconcileResponse> caller = (ServerCallStreamObserver<ReconcileResponse>) observer;
        PacedAnswer<ReconcileResponse> answer = PacedAnswer.later(caller);
        List<HoldingFinding> findings = new ArrayList<>();
        try {
            int most = request.getMost() == 0 ? USUAL_MOST : request.getMost();
            LookSum sum = desk.look(
                    new ReconciliationDesk.Order(request.getDeep(), most, true),
                    new ToldProgress(caller),
                    (finding, files) -> findings.add(ReconciliationMessages.finding(finding, files)));
            answer.give(Stream.concat(
                            findings.stream().map(finding -> ReconciliationMessages.response(finding, sum)),
                            Stream.of(ReconciliationMessages.response(site, sum)))
                    .iterator());
        } catch (CancellationException e) {
            // Nobody waits for the answer any more.
        }
    }

    /** Tells the caller twice a second how far it has come, and ends it once the caller has gone. */
    private static final class ToldProgress implements LookProgress {
        private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

        private final ServerCallStreamObserver<ReconcileResponse> caller;
        private long told = System.nanoTime();

        ToldProgress(ServerCallStreamObserver<ReconcileResponse> caller) {
            this.caller = caller;
        }

        @Override
        public void at(Stage stage) {
            if (caller.isCancelled()) {
                throw new CancellationException("The caller has gone.");
            }
            long now = System.nanoTime();
            if (now - told >= BETWEEN_NANOS && caller.isReady()) {
                caller.onNext(ReconciliationMessages.response(stage));
                told = now;
            }
        }
    }
}
