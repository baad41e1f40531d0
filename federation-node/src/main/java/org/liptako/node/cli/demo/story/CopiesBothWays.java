package org.liptako.node.cli.demo.story;

import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;

/** What a node does most, done once: Bamako gives Ouagadougou a copy, and receives one from there. */
public final class CopiesBothWays {
    private static final long BYTES = 128 << 20;

    private final Scene scene;

    public CopiesBothWays(Scene scene) {
        this.scene = scene;
    }

    /** Both copies are sealed, and both journals say so, when this returns. */
    public void play() {
        copy("ML-DS-014", Place.BAMAKO, Place.OUAGADOUGOU);
        copy("BF-DS-014", Place.OUAGADOUGOU, Place.BAMAKO);
    }

    private void copy(String dataset, Place from, Place to) {
        var transfers = new Transfers(scene, from);
        transfers.publish(dataset, BYTES);
        var grant = new Asking(scene, from)
                .requestAccepted(
                        "rehearsal-" + from.state().label(),
                        Asking.replicate(dataset, to.site().value()))
                .getGrant()
                .getSerial();
        transfers.awaitSealed(grant, to);
        var journals = new Journals(scene);
        if (Await.until(Transfers.PATIENCE, () -> journals.entry(from, "REPLICA_GIVEN", grant))
                .isEmpty()) {
            throw CommandFailure.down(
                    "le nœud de " + from.site() + " n'apprend pas que sa copie est scellée à " + to.site() + ".",
                    "the node of " + from.site() + " does not learn that its copy is sealed at " + to.site() + ".");
        }
    }
}
