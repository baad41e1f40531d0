package org.liptako.pki.validation;

import java.util.List;
import java.util.Optional;

/** Holds complete paths against a list of rules, in their order; the first no is the answer. */
record PathJudge(List<PathRule> rules, Expectation expectation) {
    PathJudge {
        rules = List.copyOf(rules);
    }

    Optional<Validation.Rejected> refusal(CertificatePath path) {
        try {
            for (PathRule rule : rules) {
                rule.check(path, expectation);
            }
            return Optional.empty();
        } catch (RejectedException e) {
            return Optional.of(e.rejected());
        } catch (RuntimeException e) {
            return Optional.of(new Validation.Rejected(RejectionReason.MALFORMED, "could not be processed"));
        }
    }
}
