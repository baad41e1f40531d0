package org.liptako.node.rulebook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.EngineChoice;
import org.liptako.node.config.RulesConfig;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.Judgement.Decided;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.opa.OpaEngine;
import org.liptako.policy.rules.RuleSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the engines that the configuration wants, one for each rule set, and ends with it the OPA that it may have started for them. One more may be made
 * before its rules are signed; it is out of everybody's reach until {@link #engine} is asked for these very rules. Thread-safe.
 */
final class RuleEngines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RuleEngines.class);

    private final RulesConfig config;
    private final EngineFailures failures;
    private final Counter disagreements;
    private final OpaHost opa;
    private final Map<String, PreparedEngine> claimed = new HashMap<>();
    private @Nullable PreparedEngine foreseen;
    private @Nullable CompiledEngine latest;

    RuleEngines(RulesConfig config, EngineFailures failures, MeterRegistry meters) {
        this.config = config;
        this.failures = failures;
        this.opa = new OpaHost(config.opa());
        this.disagreements = Counter.builder("liptako.rules.disagreements")
                .description("Facts documents on which the two rule engines gave different answers")
                .register(meters);
    }

    /** An engine that has taken the rules: with OPA this waits until OPA has them, or has shown that it does not answer. */
    PolicyEngine engine(RuleSet rules) {
        PreparedEngine prepared = claim(rules);
        PolicyEngine engine = prepared.engine();
        synchronized (this) {
            latest = prepared.known();
        }
        return failures.noted(engine);
    }

    private synchronized PreparedEngine claim(RuleSet rules) {
        PreparedEngine early = foreseen;
        if (early != null && early.isOf(rules)) {
            foreseen = null;
            claimed.put(rules.digest(), early);
            return early;
        }
        return claimed.computeIfAbsent(rules.digest(), digest -> prepared(rules));
    }

    /** Makes ready what may soon be signed, in the place of what was foreseen before; nothing, where no signature is waited for. */
    void foresee(RuleSet rules) {
        if (config.dir() != null) {
            return;
        }
        PreparedEngine dropped;
        PreparedEngine early;
        synchronized (this) {
            dropped = foreseen;
            if (claimed.containsKey(rules.digest()) || (dropped != null && dropped.isOf(rules))) {
                return;
            }
            early = prepared(rules);
            foreseen = early;
        }
        if (dropped != null) {
            dropped.close();
        }
        PolicyEngine ready = early.engine();
        LOG.info("Rule set {} was weighed and is ready, should it be signed.", ready.ruleSetDigest());
    }

    private PreparedEngine prepared(RuleSet rules) {
        EngineChoice choice = config.engine();
        Optional<OpaEngine> asking =
                choice == EngineChoice.EMBEDDED ? Optional.empty() : Optional.of(new OpaEngine(opa.rules(), rules));
        return new PreparedEngine(rules, choice != EngineChoice.OPA, asking, latest, this::differ);
    }

    private void differ(Facts facts, Decided one, Decided other) {
        disagreements.increment();
        LOG.error(
                "Rule engines disagree at {}: {} decided {}, {} decided {}",
                facts.at(),
                one.engine(),
                DecisionDocuments.text(one.decision()),
                other.engine(),
                DecisionDocuments.text(other.decision()));
    }

    /** Takes rules that nobody judges by any more out of OPA. */
    void retire(Digest ruleSet) {
        PreparedEngine retired;
        synchronized (this) {
            retired = claimed.remove(ruleSet.hex());
        }
        if (retired != null) {
            retired.close();
        }
    }

    @Override
    public synchronized void close() {
        claimed.values().forEach(PreparedEngine::close);
        claimed.clear();
        if (foreseen != null) {
            foreseen.close();
            foreseen = null;
        }
        opa.close();
    }
}
