package org.liptako.policy.decision;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.liptako.policy.rules.Jurisdiction;

/**
 * What one jurisdiction found in one role (section 5). {@code rules} and {@code missing} are sorted, {@code derogations} by ban, then by lifter.
 * The verdict is the one its reason carries, never {@link Verdict#CONFLICT}.
 */
public record Finding(
        Jurisdiction jurisdiction,
        Role role,
        Verdict verdict,
        Reason reason,
        List<String> rules,
        List<Derogation> derogations,
        List<String> missing) {

    public Finding {
        requireNonNull(jurisdiction, "jurisdiction is null");
        requireNonNull(role, "role is null");
        requireNonNull(reason, "reason is null");
        rules = List.copyOf(rules);
        derogations = List.copyOf(derogations);
        missing = List.copyOf(missing);
        if (verdict != reason.verdict()) {
            throw new IllegalArgumentException("A finding for " + reason + " is " + reason.verdict() + ", not "
                    + verdict + "; take the verdict from the reason.");
        }
    }

    /** A finding whose verdict follows from its reason. */
    public static Finding of(
            Jurisdiction jurisdiction,
            Role role,
            Reason reason,
            List<String> rules,
            List<Derogation> derogations,
            List<String> missing) {
        return new Finding(jurisdiction, role, reason.verdict(), reason, rules, derogations, missing);
    }
}
