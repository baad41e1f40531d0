package org.liptako.node.rulebook;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.TimeUnit;
import org.liptako.policy.rules.RuleSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has engines made for rules that were weighed, since who weighs rules may soon sign them. Beside the calls, one at a time; while one is made only the last of
 * those weighed meanwhile waits. Thread-safe.
 */
public final class ForeseenRules implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ForeseenRules.class);

    private final RuleEngines engines;
    private final ThreadPoolExecutor making = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(1),
            Thread.ofPlatform().daemon().name("foreseen-rules").factory(),
            new DiscardOldestPolicy());

    ForeseenRules(RuleEngines engines) {
        this.engines = engines;
    }

    /** Has their engine made; it judges nothing before the rules are in force. */
    public void foresee(RuleSet rules) {
        making.execute(() -> {
            try {
                engines.foresee(rules);
            } catch (RuntimeException e) {
                // They are made ready once they are signed, as others are.
                LOG.warn("Weighed rules could not be made ready before their signature.", e);
            }
        });
    }

    @Override
    public void close() {
        making.shutdownNow();
    }
}
