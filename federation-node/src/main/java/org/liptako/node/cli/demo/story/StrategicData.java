package org.liptako.node.cli.demo.story;

import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.wire.Sentence;

/** Step 2: the civil registry is strategic, and stays on Malian soil. */
public final class StrategicData implements Step {
    private static final String DATASET = "ML-DS-001";
    private static final String RULE = "ML-SOL-2";

    @Override
    public String name() {
        return "2 strategic dataset";
    }

    @Override
    public Sentence title() {
        return new Sentence(
                "Une base stratégique : l'état civil du Mali ne part pas.",
                "A strategic database: Mali's civil registry does not leave.");
    }

    @Override
    public Sentence outcome() {
        return new Sentence("demande REFUSÉE, interdit par " + RULE, "REFUSED, DENY by " + RULE);
    }

    @Override
    public String play(Scene scene) {
        scene.narrator()
                .asked(new Sentence(
                        "Le même opérateur demande une copie de " + DATASET + " (état civil) à Ouagadougou.",
                        "The same operator asks for a copy of " + DATASET + " (civil registry) at Ouagadougou."));
        var terms = Asking.replicate(DATASET, Place.OUAGADOUGOU.site().value());
        return Asking.outcome(new Asking(scene).request("demo-2-strategic", terms));
    }
}
