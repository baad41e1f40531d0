package org.liptako.node.cli.replay;

import java.net.URI;
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
    private final @Nullable OpaRules opa;

    /** @param given the OPA to ask; null for one of the command's own, if it is installed */
    ReplayEngines(@Nullable URI given) {
        this.opa = given == null
                ? new OpaBinary(System.getenv(), building -> {})
                        .installed()
                        .map(binary -> started(OpaProcess.start(binary)))
                        .orElse(null)
                : asked(new OpaClient(() -> given, Optional.empty(), OpaLimits.STANDARD));
    }

    List<PolicyEngine> under(RuleSet rules) {
        List<PolicyEngine> engines = new ArrayList<>();
        engines.add(new CompiledEngine(rules));
        if (opa != null) {
            OpaEngine engine = new OpaEngine(opa, rules);
            endings.push(engine::close);
            if (!engine.refill().join()) {
                throw CommandFailure.down("OPA n'a pas pris les règles.", "OPA did not take the rules.");
            }
            engines.add(engine);
        }
        return engines;
    }

    private OpaRules started(OpaProcess process) {
        endings.push(process::close);
        return asked(process.client(OpaLimits.STANDARD));
    }

    private OpaRules asked(OpaClient client) {
        endings.push(client::close);
        try {
            return new OpaRules(client);
        } catch (OpaException unavailable) {
            throw CommandFailure.down(
                    "OPA n'est pas disponible : " + unavailable.getMessage(),
                    "OPA is not available: " + unavailable.getMessage());
        }
    }

    @Override
    public void close() {
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }
}
