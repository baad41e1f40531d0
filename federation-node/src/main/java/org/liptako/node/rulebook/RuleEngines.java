package org.liptako.node.rulebook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.liptako.node.config.RulesConfig;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.engine.BothEngine;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.opa.OpaBinary;
import org.liptako.policy.opa.OpaClient;
import org.liptako.policy.opa.OpaEngine;
import org.liptako.policy.opa.OpaLimits;
import org.liptako.policy.opa.OpaProcess;
import org.liptako.policy.opa.OpaRules;
import org.liptako.policy.rules.RuleSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the engine that the configuration wants, and ends with it the OPA that it may have started for it. */
final class RuleEngines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RuleEngines.class);

    private final RulesConfig config;
    private final Counter disagreements;
    private final Deque<Runnable> endings = new ArrayDeque<>();

    RuleEngines(RulesConfig config, MeterRegistry meters) {
        this.config = config;
        this.disagreements = Counter.builder("liptako.rules.disagreements")
                .description("Facts documents on which the two rule engines gave different answers")
                .register(meters);
    }

    PolicyEngine engine(RuleSet rules) {
        return switch (config.engine()) {
            case EMBEDDED -> new CompiledEngine(rules);
            case OPA -> opa(rules);
            case BOTH ->
                new BothEngine(new CompiledEngine(rules), opa(rules), (facts, one, other) -> {
                    disagreements.increment();
                    LOG.error(
                            "Rule engines disagree at {}: {} decided {}, {} decided {}",
                            facts.at(),
                            one.engine(),
                            DecisionDocuments.text(one.decision()),
                            other.engine(),
                            DecisionDocuments.text(other.decision()));
                });
        };
    }

    /** OPA may be down when the node starts: then nothing is decided, and the rules are given to it as soon as it answers. */
    private OpaEngine opa(RuleSet rules) {
        OpaClient client = client();
        endings.push(client::close);
        OpaEngine engine = new OpaEngine(new OpaRules(client), rules);
        endings.push(engine::close);
        if (!engine.refill().join()) {
            LOG.error("OPA does not answer; nothing is decided here until it does.");
        }
        return engine;
    }

    private OpaClient client() {
        URI given = config.opaUrl();
        if (given != null) {
            return new OpaClient(() -> given, Optional.empty(), OpaLimits.STANDARD);
        }
        OpaBinary binary = new OpaBinary(System.getenv(), LOG::info);
        OpaProcess process = OpaProcess.start(binary.find());
        endings.push(process::close);
        return process.client(OpaLimits.STANDARD);
    }

    @Override
    public void close() {
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }
}
