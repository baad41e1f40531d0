package org.liptako.policy.opa;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.liptako.policy.rules.RuleSet;

/** A real OPA for the tests of one class. */
final class OwnOpa implements BeforeAllCallback, AfterAllCallback {
    private final OpaLimits limits;
    private @Nullable OpaProcess process;
    private @Nullable OpaClient client;

    /** One that is waited for, however busy the machine, and may say much: for tests of what it answers, not of how soon. */
    static OwnOpa patient() {
        return new OwnOpa(new OpaLimits(
                Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(1), /* mostAnswerBytes= */ 1 << 26));
    }

    OwnOpa() {
        this(OpaLimits.STANDARD);
    }

    OwnOpa(OpaLimits limits) {
        this.limits = limits;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        process = OpaProcess.start(new OpaBinary(System.getenv(), line -> {}).find());
        client = process.client(limits);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        client().close();
        process().close();
    }

    OpaProcess process() {
        return requireNonNull(process, "OPA was not started");
    }

    OpaClient client() {
        return requireNonNull(client, "OPA was not started");
    }

    /** An engine whose rules OPA has. */
    OpaEngine engine(RuleSet rules) {
        OpaEngine engine = new OpaEngine(new OpaRules(client()), rules);
        if (!engine.refill().join()) {
            throw new AssertionError("OPA did not take the rules");
        }
        return engine;
    }
}
