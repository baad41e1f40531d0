package org.liptako.policy.decision;

import static java.util.Objects.requireNonNull;

/** A duty that comes with a permit, and the rule that lays it down. */
public record Obligation(String rule, String code) {
    public Obligation {
        requireNonNull(rule, "rule is null");
        requireNonNull(code, "code is null");
    }
}
