package org.liptako.policy.opa;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.EngineIdentity;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.Judgement.Failure;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsWriter;
import org.liptako.policy.rules.RuleSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges by OPA. Silence, an answer without a result, and an answer under other rules are all no answer: {@code ENGINE_UNAVAILABLE}, never a
 * permit. After the last two, OPA is not asked again before it has taken the rule set again, which happens beside the calls that judge.
 */
public final class OpaEngine implements PolicyEngine, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpaEngine.class);

    private final OpaRules opa;
    private final RuleSet rules;
    private final FactsWriter writer;
    private final EngineIdentity identity;
    private final long pauseNanos;
    private volatile boolean loaded;
    private volatile boolean doubted;
    private CompletableFuture<Boolean> refill = CompletableFuture.completedFuture(false);
    private long refilledAt;

    /** An engine whose OPA has still to be given the rules: see {@link #refill}. */
    public OpaEngine(OpaRules opa, RuleSet rules) {
        this(opa, rules, Duration.ofSeconds(1));
    }

    /**
     * An engine that waits between two attempts to give OPA the rules.
     *
     * @param pause at least this long from one attempt to the next
     */
    OpaEngine(OpaRules opa, RuleSet rules, Duration pause) {
        this.opa = opa;
        this.rules = rules;
        this.writer = new FactsWriter(rules.vocabulary());
        this.identity = new EngineIdentity("opa", opa.version());
        this.pauseNanos = pause.toNanos();
        this.refilledAt = System.nanoTime() - pauseNanos;
    }

    @Override
    public Judgement judge(Facts facts, Set<Role> roles) {
        if (!loaded) {
            startRefill();
            return unavailable("OPA is being given rule set " + rules.digest() + "; ask again in a moment.");
        }
        try {
            Optional<Decision> decision = opa.judge(rules.digest(), writer, facts, roles);
            if (decision.isPresent()) {
                return new Judgement.Decided(rules.digest(), identity, decision.get());
            }
        } catch (OpaException failure) {
            return unavailable(String.valueOf(failure.getMessage()));
        }
        lost();
        return unavailable("OPA no longer had rule set " + rules.digest() + "; it is given again, ask in a moment.");
    }

    /** All of them by one request: OPA is behind a socket, and most of a question's time is not its judging. */
    @Override
    public List<Judgement> judgeAll(List<Facts> documents) {
        if (loaded && documents.size() > 1) {
            try {
                Optional<List<Decision>> decisions = opa.judge(
                        rules.digest(),
                        writer,
                        documents.stream()
                                .map(facts -> new OpaQuestions.Asked(facts, EnumSet.allOf(Role.class)))
                                .toList());
                if (decisions.isPresent()) {
                    return decisions.get().stream()
                            .<Judgement>map(decision -> new Judgement.Decided(rules.digest(), identity, decision))
                            .toList();
                }
            } catch (OpaException failure) {
                LOG.info(
                        "{} questions at once were not answered; asking one by one: {}",
                        documents.size(),
                        failure.getMessage());
            }
        }
        return PolicyEngine.super.judgeAll(documents);
    }

    private void lost() {
        loaded = false;
        doubted = true;
        LOG.warn("OPA no longer has rule set {}; giving it again", rules.digest());
        startRefill();
    }

    /**
     * Gives OPA the rules, unless that is under way or was tried a moment ago.
     *
     * @return completed with whether OPA has them
     */
    public synchronized CompletableFuture<Boolean> refill() {
        startRefill();
        return refill;
    }

    /** The same, without waiting for a word of it. */
    public synchronized void startRefill() {
        if (refill.isDone() && !loaded && System.nanoTime() - refilledAt >= pauseNanos) {
            refilledAt = System.nanoTime();
            refill = CompletableFuture.supplyAsync(this::load, Thread::startVirtualThread);
        }
    }

    /**
     * Asks OPA whether it still has the rules, if it had them, and gives them to it at once if it has not.
     *
     * @return completed with whether OPA has them
     */
    public synchronized CompletableFuture<Boolean> confirm() {
        if (loaded && !isHeld()) {
            loaded = false;
            doubted = true;
            refilledAt = System.nanoTime() - pauseNanos;
        }
        startRefill();
        return refill.thenApply(done -> loaded);
    }

    private boolean isHeld() {
        try {
            return opa.holds(rules);
        } catch (OpaException failure) {
            LOG.warn("OPA does not say whether it has rule set {}: {}", rules.digest(), failure.getMessage());
            return false;
        }
    }

    /** Whether OPA had the rules when it was last asked. */
    public boolean isReady() {
        return loaded;
    }

    @Override
    public String ruleSetDigest() {
        return rules.digest();
    }

    @Override
    public EngineIdentity identity() {
        return identity;
    }

    /** Takes the rule set out of OPA: nobody will judge by it here again. */
    @Override
    public void close() {
        loaded = false;
        try {
            opa.forget(rules);
        } catch (OpaException gone) {
            LOG.info("Rule set {} stays in OPA until it starts again: {}", rules.digest(), gone.getMessage());
        }
    }

    private boolean load() {
        try {
            if (doubted) {
                opa.loadAnew(rules);
            } else {
                opa.load(rules);
            }
            doubted = false;
            loaded = true;
            LOG.info(
                    "OPA has rule set {} ({} rules)",
                    rules.digest(),
                    rules.rules().size());
            return true;
        } catch (OpaException failure) {
            doubted = true;
            LOG.warn("OPA could not be given rule set {}: {}", rules.digest(), failure.getMessage());
            return false;
        }
    }

    private Judgement unavailable(String detail) {
        return new Judgement.Undecided(rules.digest(), identity, Failure.ENGINE_UNAVAILABLE, detail);
    }
}
