package org.liptako.node.rulebook;

import io.grpc.Channel;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.liptako.pki.name.State;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.rulebook.v1.GetEditionsRequest;
import org.liptako.rulebook.v1.GetEditionsResponse;
import org.liptako.rulebook.v1.HeldEdition;
import org.liptako.rulebook.v1.RulebookServiceGrpc;

/** Asks a peer for the editions that this node lacks. The desk judges each by its own signatures: who brings it makes no difference. */
final class EditionClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EditionDesk desk;

    EditionClient(EditionDesk desk) {
        this.desk = desk;
    }

    void fetch(State peer, Channel channel) {
        Iterator<GetEditionsResponse> answers = RulebookServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .getEditions(held());
        EditionPartMessages parts = new EditionPartMessages();
        while (answers.hasNext()) {
            parts.take(answers.next().getPart()).ifPresent(edition -> desk.take(edition, peer));
        }
        parts.end().ifPresent(edition -> desk.take(edition, peer));
    }

    private GetEditionsRequest held() {
        EditionLines lines = desk.lines();
        GetEditionsRequest.Builder request = GetEditionsRequest.newBuilder();
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            lines.of(jurisdiction)
                    .newest()
                    .ifPresent(newest -> request.addHeld(HeldEdition.newBuilder()
                            .setJurisdiction(jurisdiction.name())
                            .setVersion(newest.version())
                            .setDigest(newest.digest())));
        }
        return request.build();
    }
}
