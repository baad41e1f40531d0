package org.liptako.node.cli.rules;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Screen;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.opa.OpaBinary;
import org.liptako.policy.opa.OpaClient;
import org.liptako.policy.opa.OpaEngine;
import org.liptako.policy.opa.OpaException;
import org.liptako.policy.opa.OpaLimits;
import org.liptako.policy.opa.OpaProcess;
import org.liptako.policy.opa.OpaRules;
import org.liptako.policy.rules.RuleSet;

/** An engine that judges for one command, and what it runs on: for OPA, a process of the command's own unless it is given one. */
record Judge(PolicyEngine engine, Runnable end) implements AutoCloseable {
    static Judge embedded(RuleSet rules) {
        return new Judge(new CompiledEngine(rules), () -> {});
    }

    static Judge opa(RuleSet rules, @Nullable URI given, Screen screen) {
        try {
            return given == null ? started(rules, screen) : asked(rules, given);
        } catch (OpaException unavailable) {
            throw CommandFailure.down(
                    "OPA n'est pas disponible : " + unavailable.wording().fr(),
                    "OPA is not available: " + unavailable.wording().en());
        }
    }

    @Override
    public void close() {
        end.run();
    }

    private static Judge started(RuleSet rules, Screen screen) {
        var binary = new OpaBinary(
                        System.getenv(), building -> screen.remark("construction d'OPA, environ une minute…", building))
                .find();
        var process = OpaProcess.start(binary);
        var client = process.client(OpaLimits.STANDARD);
        return new Judge(loaded(rules, client), () -> {
            client.close();
            process.close();
        });
    }

    private static Judge asked(RuleSet rules, URI address) {
        var client = new OpaClient(() -> address, Optional.empty(), OpaLimits.STANDARD);
        return new Judge(loaded(rules, client), client::close);
    }

    private static PolicyEngine loaded(RuleSet rules, OpaClient client) {
        var engine = new OpaEngine(new OpaRules(client), rules);
        if (!engine.refill().join()) {
            throw new OpaException(
                    "il n'a pas pris le jeu de règles ; voyez son journal d'exécution.",
                    "it did not take the rule set; see its log.");
        }
        return engine;
    }
}
