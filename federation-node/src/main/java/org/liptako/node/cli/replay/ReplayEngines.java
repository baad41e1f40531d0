package org.liptako.node.cli.replay;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
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

/** The engines of one command: the embedded one, and OPA where there is one, started once for all rule sets. */
final class ReplayEngines implements AutoCloseable {
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private @Nullable OpaRules opa;

    private ReplayEngines() {}

    static ReplayEngines embedded() {
        return new ReplayEngines();
    }

    /** @param given the OPA to ask; null for one of the command's own, if it is installed */
    static ReplayEngines withOpa(@Nullable URI given) {
        ReplayEngines engines = new ReplayEngines();
        if (given != null) {
            engines.ask(new OpaClient(() -> given, Optional.empty(), OpaLimits.STANDARD));
        } else {
            new OpaBinary(System.getenv(), building -> {}).installed().ifPresent(engines::start);
        }
        return engines;
    }

    List<PolicyEngine> under(RuleSet rules) {
        List<PolicyEngine> engines = new ArrayList<>();
        engines.add(new CompiledEngine(rules));
        OpaRules asked = opa;
        if (asked != null) {
            OpaEngine engine = new OpaEngine(asked, rules);
            endings.push(engine::close);
            if (!engine.refill().join()) {
                throw CommandFailure.down("OPA n'a pas pris les règles.", "OPA did not take the rules.");
            }
            engines.add(engine);
        }
        return engines;
    }

    private void start(Path binary) {
        try {
            OpaProcess process = OpaProcess.start(binary);
            endings.push(process::close);
            ask(process.client(OpaLimits.STANDARD));
        } catch (OpaException unavailable) {
            throw CommandFailure.down(
                    "OPA n'est pas disponible : " + unavailable.wording().fr(),
                    "OPA is not available: " + unavailable.wording().en());
        }
    }

    private void ask(OpaClient client) {
        endings.push(client::close);
        opa = new OpaRules(client);
    }

    @Override
    public void close() {
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }
}
