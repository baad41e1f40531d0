package org.liptako.node.rulebook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.engine.BothEngine;
import org.liptako.policy.engine.BothEngine.DisagreementAlarm;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.opa.OpaEngine;
import org.liptako.policy.rules.RuleSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One rule set's engine, made when it is first asked for, by who foresees the rules or by who puts them in force; the other then finds it made, or waits for it.
 * Thread-safe.
 */
final class PreparedEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PreparedEngine.class);

    private final RuleSet rules;
    private final Optional<OpaEngine> opa;
    private final DisagreementAlarm alarm;
    private final boolean embedded;
    private @Nullable CompiledEngine before;
    private @Nullable CompiledEngine compiled;

    /**
     * Nothing is compiled or sent yet.
     *
     * @param embedded whether the embedded evaluator judges, alone or beside OPA
     * @param opa the engine that asks OPA, if it judges
     * @param before what it has in common with these rules is not compiled again
     */
    PreparedEngine(
            RuleSet rules,
            boolean embedded,
            Optional<OpaEngine> opa,
            @Nullable CompiledEngine before,
            DisagreementAlarm alarm) {
        this.rules = rules;
        this.embedded = embedded;
        this.opa = opa;
        this.before = before;
        this.alarm = alarm;
    }

    boolean isOf(RuleSet others) {
        return rules.digest().equals(others.digest());
    }

    /** Ready to judge: with OPA this waits until OPA says that it has the rules, or has shown that it does not answer. */
    synchronized PolicyEngine engine() {
        // OPA is given them there while they are compiled here.
        opa.ifPresent(OpaEngine::startRefill);
        Optional<CompiledEngine> own = embedded ? Optional.of(compiled()) : Optional.empty();
        // OPA may be down when the rules are made ready: then nothing is decided, and they are given to it as soon as
        // it answers.
        if (opa.isPresent() && !opa.get().confirm().join()) {
            LOG.error("OPA does not answer; nothing is decided here until it does.");
        }
        if (own.isPresent() && opa.isPresent()) {
            return new BothEngine(own.get(), opa.get(), alarm);
        }
        return own.<PolicyEngine>map(engine -> engine).or(() -> opa).orElseThrow();
    }

    /** What the next rules may have in common with these; null before these are compiled. */
    synchronized @Nullable CompiledEngine known() {
        return compiled;
    }

    private CompiledEngine compiled() {
        CompiledEngine engine = compiled;
        if (engine == null) {
            engine = before == null ? new CompiledEngine(rules) : before.followedBy(rules);
            compiled = engine;
            before = null;
        }
        return engine;
    }

    /** Takes the rules out of OPA: nobody judges by them here any more. */
    @Override
    public void close() {
        opa.ifPresent(OpaEngine::close);
    }
}
