package org.liptako.node.cli.demo.story;

import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.node.wire.Sentence;
import org.liptako.placement.v1.PlacementTerms;

/** Step 5: the law asks for an erasure that the law refuses. */
public final class ErasureUnderHold implements Step {
    /** Its retention has elapsed and a judge holds it, as the {@link Prologue} records. */
    static final String DATASET = "ML-DS-013";

    @Override
    public String name() {
        return "5 erasure under hold";
    }

    @Override
    public Sentence title() {
        return new Sentence(
                "Effacer ce qu'un juge a gelé : les textes se contredisent, les juristes sont saisis.",
                "Erasing what a judge has frozen: the texts contradict each other, the lawyers are told.");
    }

    @Override
    public Sentence outcome() {
        return new Sentence(
                "demande REFUSÉE, CONFLIT, interdit par ML-FIN-3, imposé par ML-FIN-1",
                "REFUSED, CONFLICT by ML-FIN-3, obliged by ML-FIN-1");
    }

    @Override
    public String play(Scene scene) {
        scene.narrator()
                .asked(new Sentence(
                        "Effacer " + DATASET
                                + " à Bamako : la durée de conservation est échue, un gel judiciaire est posé.",
                        "Erase " + DATASET + " at Bamako: its retention has elapsed, a judicial hold is placed."));
        var terms = PlacementTerms.newBuilder()
                .setDataset(DATASET)
                .setOperation("ERASE")
                .setTargetSite(Place.BAMAKO.site().value())
                .build();
        var placement = new Asking(scene).request("demo-5-erasure", terms);
        UnexpectedOutcomeException.unless(
                placement.getDecision().getObligedByList().contains("ML-FIN-1"), Asking.outcome(placement));
        return Asking.outcome(placement) + ", obliged by "
                + String.join(", ", placement.getDecision().getObligedByList());
    }
}
