package org.liptako.node.identity;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.liptako.federation.v1.FederationServiceGrpc;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.pki.issuing.Credential;

/** One question after the other: it is refused with the first that is not answered. */
final class ConnectionInUse extends RevokedCaller {
    private final TrialClient client;
    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean over;

    ConnectionInUse(TrialServer server, Credential caller) {
        client = TrialClient.of(server, caller);
        Thread.ofVirtual().start(this::ask);
    }

    private void ask() {
        while (!over && !isRefused()) {
            try {
                FederationServiceGrpc.newBlockingStub(client.channel())
                        .withDeadlineAfter(10, TimeUnit.SECONDS)
                        .getNode(GetNodeRequest.getDefaultInstance());
                answers.incrementAndGet();
            } catch (StatusRuntimeException thrown) {
                if (!over) {
                    refused(words(thrown.getStatus()));
                }
            }
        }
    }

    private static String words(Status status) {
        return status.getCode() + " " + status.getDescription();
    }

    int answers() {
        return answers.get();
    }

    @Override
    public void close() {
        over = true;
        client.close();
    }
}
