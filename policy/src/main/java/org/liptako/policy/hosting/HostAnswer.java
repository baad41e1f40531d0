package org.liptako.policy.hosting;

import java.util.List;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Finding;
import org.liptako.policy.decision.Verdict;

/** Whether a place may host. */
public sealed interface HostAnswer {

    /**
     * It may, whatever else is the case.
     *
     * @param rules some that permit
     */
    record Always(List<String> rules) implements HostAnswer {
        public Always {
            rules = List.copyOf(rules);
        }
    }

    /**
     * It may or may not.
     *
     * @param facts those that it hangs on, as dotted codes
     * @param rules those that could bar it or wait for these facts
     */
    record Depends(List<String> facts, List<String> rules) implements HostAnswer {
        public Depends {
            facts = List.copyOf(facts);
            rules = List.copyOf(rules);
        }
    }

    /**
     * It may not, whatever else is the case.
     *
     * @param rules those that bar it; none where nothing permits it
     */
    record Never(List<String> rules) implements HostAnswer {
        public Never {
            rules = List.copyOf(rules);
        }
    }

    /** What a decision on the facts of one site comes down to. */
    static HostAnswer of(Decision decision) {
        return switch (decision.verdict()) {
            case PERMIT -> new Always(cited(decision, Verdict.PERMIT));
            case INDETERMINATE -> new Depends(decision.missing(), cited(decision, Verdict.INDETERMINATE));
            case DENY, CONFLICT -> new Never(cited(decision, Verdict.DENY));
        };
    }

    private static List<String> cited(Decision decision, Verdict verdict) {
        return decision.findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(Finding::rules)
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }
}
