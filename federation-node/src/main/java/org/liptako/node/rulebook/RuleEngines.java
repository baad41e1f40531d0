package org.liptako.node.rulebook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.ConfigException;
import org.liptako.node.config.OpaConfig;
import org.liptako.node.config.RulesConfig;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.KeyFiles;
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

/** Makes the engines that the configuration wants, one for each rule set, and ends with it the OPA that it may have started for them. Thread-safe. */
final class RuleEngines implements AutoCloseable {
    /** What an HTTP header can carry (RFC 6750, b64token, and whatever else is visible). */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{16,4096}");

    private static final Logger LOG = LoggerFactory.getLogger(RuleEngines.class);

    private final RulesConfig config;
    private final EngineFailures failures;
    private final Counter disagreements;
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private final Map<String, OpaEngine> opaEngines = new HashMap<>();
    private @Nullable OpaRules opa;
    private @Nullable CompiledEngine latest;

    RuleEngines(RulesConfig config, EngineFailures failures, MeterRegistry meters) {
        this.config = config;
        this.failures = failures;
        this.disagreements = Counter.builder("liptako.rules.disagreements")
                .description("Facts documents on which the two rule engines gave different answers")
                .register(meters);
    }

    /** An engine that has taken the rules: with OPA this waits until OPA has them, or has shown that it does not answer. */
    synchronized PolicyEngine engine(RuleSet rules) {
        return failures.noted(chosen(rules));
    }

    private PolicyEngine chosen(RuleSet rules) {
        return switch (config.engine()) {
            case EMBEDDED -> compiled(rules);
            case OPA -> filled(opa(rules));
            case BOTH -> {
                OpaEngine opaEngine = opa(rules);
                // Compiled here while OPA is given them there.
                CompiledEngine embedded = compiled(rules);
                yield new BothEngine(embedded, filled(opaEngine), (facts, one, other) -> {
                    disagreements.increment();
                    LOG.error(
                            "Rule engines disagree at {}: {} decided {}, {} decided {}",
                            facts.at(),
                            one.engine(),
                            DecisionDocuments.text(one.decision()),
                            other.engine(),
                            DecisionDocuments.text(other.decision()));
                });
            }
        };
    }

    /** What the rules have in common with the last ones is compiled already. */
    private CompiledEngine compiled(RuleSet rules) {
        CompiledEngine before = latest;
        CompiledEngine engine = before == null ? new CompiledEngine(rules) : before.followedBy(rules);
        latest = engine;
        return engine;
    }

    /** Takes rules that nobody judges by any more out of OPA. */
    synchronized void retire(Digest ruleSet) {
        OpaEngine engine = opaEngines.remove(ruleSet.hex());
        if (engine != null) {
            engine.close();
        }
    }

    /** An engine whose rules are on their way to OPA. */
    @SuppressWarnings("FutureReturnValueIgnored") // Asked for again, where it is waited for.
    private OpaEngine opa(RuleSet rules) {
        OpaEngine engine = new OpaEngine(opaRules(), rules);
        opaEngines.put(rules.digest(), engine);
        engine.refill();
        return engine;
    }

    /** OPA may be down when the rules are made ready: then nothing is decided, and they are given to it as soon as it answers. */
    private static OpaEngine filled(OpaEngine engine) {
        if (!engine.refill().join()) {
            LOG.error("OPA does not answer; nothing is decided here until it does.");
        }
        return engine;
    }

    private OpaRules opaRules() {
        OpaRules shared = opa;
        if (shared == null) {
            OpaClient client = client();
            endings.push(client::close);
            shared = new OpaRules(client);
            opa = shared;
        }
        return shared;
    }

    private OpaClient client() {
        OpaConfig given = config.opa();
        if (given != null) {
            return new OpaClient(given::url, token(given.tokenFile()), OpaLimits.STANDARD);
        }
        OpaBinary binary = new OpaBinary(System.getenv(), LOG::info);
        OpaProcess process = OpaProcess.start(binary.find());
        endings.push(process::close);
        return process.client(OpaLimits.STANDARD);
    }

    private static Optional<String> token(@Nullable Path file) {
        if (file == null) {
            return Optional.empty();
        }
        try {
            KeyFiles.requirePrivate(file);
            String token = Files.readString(file).strip();
            if (!TOKEN.matcher(token).matches()) {
                throw unusable(
                        file,
                        "un jeton tient sur une ligne de 16 à 4096 caractères visibles",
                        "a token is one line of 16 to 4096 visible characters");
            }
            return Optional.of(token);
        } catch (IOException | IssuingException unreadable) {
            throw unusable(file, String.valueOf(unreadable.getMessage()), String.valueOf(unreadable.getMessage()));
        }
    }

    private static ConfigException unusable(Path file, String french, String english) {
        return new ConfigException(
                "liptako.rules.opa-token-file (" + file + ") : " + french,
                "liptako.rules.opa-token-file (" + file + "): " + english);
    }

    @Override
    public synchronized void close() {
        opaEngines.values().forEach(OpaEngine::close);
        opaEngines.clear();
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }
}
