package org.liptako.policy.opa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.policy.analysis.ComparisonSampling;
import org.liptako.policy.analysis.Difference;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.facts.Facts;

/** The second engine confirms each example that a comparison gives, as the first has before it was given. */
class ComparisonIT {

    @RegisterExtension
    static final OwnOpa OPA = OwnOpa.patient();

    @Test
    void eachExampleIsConfirmedByOpa() {
        List<ComparisonSampling> some =
                IntStream.range(0, 12).mapToObj(ComparisonSampling::new).toList();

        some.forEach(one -> confirm(one, OPA));

        assertThat(some)
                .anyMatch(one -> !one.differences().isEmpty())
                .anyMatch(one -> one.differences().isEmpty());
    }

    static void confirm(ComparisonSampling one, OwnOpa opa) {
        try (OpaEngine old = opa.engine(one.pair().old());
                OpaEngine now = opa.engine(one.pair().now())) {
            for (Difference difference : one.differences()) {
                assertThat(decision(old, difference.facts())).isEqualTo(DecisionDocuments.text(difference.old()));
                assertThat(decision(now, difference.facts())).isEqualTo(DecisionDocuments.text(difference.now()));
            }
        }
    }

    private static String decision(PolicyEngine engine, Facts facts) {
        return switch (engine.judge(facts)) {
            case Judgement.Decided decided -> DecisionDocuments.text(decided.decision());
            case Judgement.Undecided undecided -> undecided.toString();
        };
    }
}
