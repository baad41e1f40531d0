package org.liptako.node.cli.demo.story;

import java.time.Duration;
import java.util.Optional;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.placement.v1.GetPlacementRequest;
import org.liptako.placement.v1.PlacementRecord;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.PlacementStatus;
import org.liptako.placement.v1.PlacementTerms;
import org.liptako.placement.v1.RequestPlacementRequest;

/** The operator of a dataset's home, Bamako's if nothing else is said, asks the node there for placements. */
final class Asking {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Scene scene;
    private final Place home;

    Asking(Scene scene) {
        this(scene, Place.BAMAKO);
    }

    Asking(Scene scene, Place home) {
        this.scene = scene;
        this.home = home;
    }

    /** A copy that another State may take: encrypted before it leaves, to be returned and erased. */
    static PlacementTerms replicate(String dataset, String site) {
        return PlacementTerms.newBuilder()
                .setDataset(dataset)
                .setOperation("REPLICATE")
                .setTargetSite(site)
                .setEncrypted(true)
                .setReturnClause(true)
                .build();
    }

    /** Asks for a binding decision and tells how the request stands. */
    PlacementRecord request(String id, PlacementTerms terms) {
        var placement = scene.people()
                .ask(
                        Person.OPERATOR,
                        home,
                        node -> node.service(PlacementServiceGrpc::newBlockingStub)
                                .requestPlacement(RequestPlacementRequest.newBuilder()
                                        .setRequestId(id)
                                        .setTerms(terms)
                                        .build())
                                .getPlacement());
        scene.narrator().answered(placement);
        return placement;
    }

    /** Asks, and goes on only with a grant that both States have journaled. */
    PlacementRecord requestAccepted(String id, PlacementTerms terms) {
        return requireAccepted(request(id, terms));
    }

    /** Waits until a request that was pending has been accepted. */
    PlacementRecord awaitAccepted(String id) {
        var placement = Await.until(PATIENCE, () -> settled(id)).orElseGet(() -> get(id));
        scene.narrator().answered(placement);
        return requireAccepted(placement);
    }

    private Optional<PlacementRecord> settled(String id) {
        return Optional.of(get(id)).filter(seen -> switch (seen.getStatus()) {
            case PLACEMENT_STATUS_ACCEPTED, PLACEMENT_STATUS_REFUSED, PLACEMENT_STATUS_WITHDRAWN -> true;
            case PLACEMENT_STATUS_PENDING, PLACEMENT_STATUS_GRANTED, PLACEMENT_STATUS_UNSPECIFIED, UNRECOGNIZED ->
                false;
        });
    }

    private PlacementRecord get(String id) {
        return scene.people()
                .ask(
                        Person.OPERATOR,
                        home,
                        node -> node.service(PlacementServiceGrpc::newBlockingStub)
                                .getPlacement(GetPlacementRequest.newBuilder()
                                        .setRequestId(id)
                                        .build())
                                .getPlacement());
    }

    private static PlacementRecord requireAccepted(PlacementRecord placement) {
        UnexpectedOutcomeException.unless(
                placement.getStatus() == PlacementStatus.PLACEMENT_STATUS_ACCEPTED, outcome(placement));
        return placement;
    }

    /** How a request stands, in a line for the report. */
    static String outcome(PlacementRecord placement) {
        var decision = placement.getDecision();
        var rules = decision.getFindingsList().stream()
                .flatMap(finding -> finding.getRulesList().stream())
                .distinct()
                .toList();
        return placement.getStatus().name().replace("PLACEMENT_STATUS_", "")
                + (placement.hasDecision() ? ", " + decision.getVerdict() : "")
                + (rules.isEmpty() ? "" : " by " + String.join(", ", rules))
                + (decision.getMissingCount() == 0 ? "" : ", missing " + String.join(", ", decision.getMissingList()));
    }
}
