package org.liptako.policy.opa;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.decision.Decision;

/** What the Rego module answers: the digest that it found in the rules it judged by, its own, and the decision. */
record OpaAnswer(String set, String module, Decision decision) {

    OpaAnswer {
        requireNonNull(set, "set is null");
        requireNonNull(module, "module is null");
        requireNonNull(decision, "decision is null");
    }

    /** OPA's envelope around whatever was asked for; without a result, the answer is undefined. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Envelope<T>(@Nullable T result) {}
}
