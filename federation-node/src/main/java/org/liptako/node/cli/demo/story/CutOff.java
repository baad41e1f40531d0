package org.liptako.node.cli.demo.story;

import java.time.Duration;
import java.util.Optional;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.node.wire.Sentence;
import org.liptako.placement.v1.PlacementStatus;
import org.liptako.registry.v1.Coverage;
import org.liptako.registry.v1.RegistryServiceGrpc;
import org.liptako.registry.v1.WhereRequest;

/** Step 7: a State is cut off; nothing is decided without it, and answers say how old its part is. */
public final class CutOff implements Step {
    private static final Duration NOTICED = Duration.ofSeconds(45);
    private static final String REQUEST = "demo-7-cut-off";

    @Override
    public String name() {
        return "7 Niger cut off";
    }

    @Override
    public Sentence title() {
        return new Sentence(
                "Le Niger est coupé : rien ne se décide sans lui ; il revient, rattrape, et la demande aboutit.",
                "Niger is cut off: nothing is decided without it; it comes back, catches up, and the request completes.");
    }

    @Override
    public Sentence outcome() {
        return new Sentence(
                "demande EN ATTENTE, where dit depuis quand le Niger se tait, puis demande ACCEPTÉE, copie scellée à NE-NIM-1",
                "PENDING, where says Niger last known at, then ACCEPTED and sealed at NE-NIM-1");
    }

    @Override
    public String play(Scene scene) {
        var federation = scene.federation();
        federation.cutOff(Place.NIAMEY);
        try {
            pending(scene);
            lastKnown(scene);
        } finally {
            federation.restore(Place.NIAMEY);
        }
        scene.narrator().happened(new Sentence("La ligne du Niger est rétablie.", "Niger's line is back."));
        var grant = new Asking(scene).awaitAccepted(REQUEST).getGrant().getSerial();
        new Transfers(scene).awaitSealed(grant, Place.NIAMEY);
        var current = Await.until(NOTICED, () -> niger(scene).filter(Coverage::getCurrent));
        UnexpectedOutcomeException.unless(current.isPresent(), "where still says that Niger is cut off");
        current.ifPresent(part -> scene.narrator().said(part.getWords()));
        return expected();
    }

    private static void pending(Scene scene) {
        scene.narrator()
                .asked(new Sentence(
                        "La ligne du Niger est coupée. Une copie de " + PermittedCopy.DATASET + " à Niamey.",
                        "Niger's line is cut. A copy of " + PermittedCopy.DATASET + " at Niamey."));
        var terms = Asking.replicate(PermittedCopy.DATASET, Place.NIAMEY.site().value());
        var placement = new Asking(scene).request(REQUEST, terms);
        UnexpectedOutcomeException.unless(
                placement.getStatus() == PlacementStatus.PLACEMENT_STATUS_PENDING, Asking.outcome(placement));
    }

    private static void lastKnown(Scene scene) {
        scene.narrator()
                .asked(new Sentence(
                        "Où sont les copies de " + PermittedCopy.DATASET + " ? (au nœud du Mali)",
                        "Where are the copies of " + PermittedCopy.DATASET + "? (at Mali's node)"));
        var stale = Await.until(NOTICED, () -> niger(scene).filter(part -> !part.getCurrent()));
        UnexpectedOutcomeException.unless(
                stale.isPresent() && !stale.get().getKnownAt().isEmpty(),
                "where does not say when Niger was last known");
        scene.narrator().said(stale.get().getWords());
    }

    private static Optional<Coverage> niger(Scene scene) {
        return scene
                .people()
                .ask(
                        Person.REGULATOR,
                        Place.BAMAKO,
                        node -> node.service(RegistryServiceGrpc::newBlockingStub)
                                .where(WhereRequest.newBuilder()
                                        .setDataset(PermittedCopy.DATASET)
                                        .build()))
                .getCoverageList()
                .stream()
                .filter(part -> part.getState().equals("NE"))
                .findFirst();
    }
}
