package org.liptako.node.possession;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.grant.GrantMessages;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.possession.challenge.ChallengeDesk;
import org.liptako.node.possession.challenge.ChallengeWatch;
import org.liptako.node.possession.challenge.CopyPlace;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.pki.name.SiteId;
import org.liptako.possession.v1.ChallengeCopiesRequest;
import org.liptako.possession.v1.ChallengeCopiesResponse;
import org.liptako.possession.v1.ChallengeServiceGrpc;

/** What operators ask of the copies that other States hold. */
public final class ChallengeEndpoint extends ChallengeServiceGrpc.ChallengeServiceImplBase {
    private static final int MOST_SHOWN = 40;

    private final SiteId site;
    private final ChallengeDesk desk;
    private final ChallengeWatch watch;

    public ChallengeEndpoint(SiteId site, ChallengeDesk desk, ChallengeWatch watch) {
        this.site = site;
        this.desk = desk;
        this.watch = watch;
    }

    @Override
    public void challengeCopies(ChallengeCopiesRequest request, StreamObserver<ChallengeCopiesResponse> observer) {
        Caller.current().mustActFor(site);
        ServerCallStreamObserver<ChallengeCopiesResponse> caller =
                (ServerCallStreamObserver<ChallengeCopiesResponse>) observer;
        DatasetId dataset = GrantMessages.dataset(request.getDataset());
        List<CopyPlace> copies = watch.copies(dataset, wanted(request.getSite()));
        if (copies.isEmpty()) {
            throw Failure.of(
                    ErrorCode.NOT_KNOWN,
                    "Aucun autre État dont un nœud est configuré ici n'a de copie scellée de " + dataset
                            + " que cet État mette au défi.",
                    "No other State of which a node is configured here has a sealed copy of " + dataset
                            + " that this State challenges.");
        }
        for (CopyPlace copy : copies) {
            if (caller.isCancelled()) {
                return;
            }
            caller.onNext(ChallengeMessages.response(copy, desk.challenge(copy, request.getSamples(), 0)));
        }
        caller.onCompleted();
    }

    private static Optional<SiteId> wanted(String site) {
        try {
            return site.isEmpty() ? Optional.empty() : Optional.of(new SiteId(site));
        } catch (IllegalArgumentException e) {
            String shown = Printable.line(site, MOST_SHOWN);
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "« " + shown + " » n'est pas un site, tel que NE-NIM-1.",
                    "\"" + shown + "\" is no site, such as NE-NIM-1.");
        }
    }
}
