package org.liptako.node.cli.demo.story;

import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.wire.Sentence;

/** Step 4: a host in France. */
public final class ForeignHost implements Step {
    private static final String SITE = "XX-EU-1";

    @Override
    public String name() {
        return "4 foreign host";
    }

    @Override
    public Sentence title() {
        return new Sentence("Un hébergeur en France : refusé.", "A host in France: refused.");
    }

    @Override
    public Sentence outcome() {
        return new Sentence("demande REFUSÉE, interdit par ML-CLOUD-1", "REFUSED, DENY by ML-CLOUD-1");
    }

    @Override
    public String play(Scene scene) {
        scene.narrator()
                .asked(new Sentence(
                        "Une copie de " + PermittedCopy.DATASET + ", la même qu'à l'étape 1, chez " + SITE
                                + " à Paris.",
                        "A copy of " + PermittedCopy.DATASET + ", the same as in step 1, with " + SITE + " in Paris."));
        var terms = Asking.replicate(PermittedCopy.DATASET, SITE);
        return Asking.outcome(new Asking(scene).request("demo-4-foreign", terms));
    }
}
