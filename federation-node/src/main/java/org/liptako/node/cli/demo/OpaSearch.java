package org.liptako.node.cli.demo;

import org.liptako.node.cli.Screen;
import org.liptako.node.cli.demo.stage.Engine;
import org.liptako.policy.opa.OpaBinary;
import org.liptako.policy.opa.OpaException;

/** Both engines wherever an OPA can be had; else the embedded one, and a word about it. */
final class OpaSearch {
    private OpaSearch() {}

    static Engine engine(Screen screen) {
        try {
            var opa = new OpaBinary(
                            System.getenv(),
                            building -> screen.remark(
                                    "OPA n'est pas installé : il est construit une fois, environ une minute.",
                                    building))
                    .find();
            screen.remark(
                    "Chaque nœud juge avec deux moteurs, dont OPA (" + opa + ").",
                    "Each node judges with two engines, one of them OPA (" + opa + ").");
            return Engine.BOTH;
        } catch (OpaException none) {
            screen.remark(
                    "Sans OPA, les nœuds jugent avec le moteur embarqué seul : "
                            + none.wording().fr(),
                    "Without OPA, the nodes judge with the embedded engine alone: "
                            + none.wording().en());
            return Engine.EMBEDDED;
        }
    }
}
