package org.liptako.node.placement.impact;

import java.util.ArrayList;
import java.util.List;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Finding;
import org.liptako.policy.decision.Reason;
import org.liptako.policy.decision.Role;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;

/**
 * A rule on which a change of judgement rests.
 *
 * @param role in which its jurisdiction is asked
 * @param reason why that jurisdiction refuses, under the one rule set or the other
 * @param rule what it cites; where it refuses for want of a permission, what permits under the other rule set
 */
public record Ground(Role role, Reason reason, Rule rule) {

    /** A decision with the rules that it was made under. */
    record Judged(Decision decision, RuleSet rules) {}

    /** Why the one refuses what the other permits. */
    static List<Ground> between(Judged refusing, Judged permitting) {
        List<Ground> grounds = new ArrayList<>();
        for (Finding finding : refusing.decision().findings()) {
            if (finding.verdict() != Verdict.PERMIT) {
                boolean silent = finding.reason() == Reason.NO_PERMISSION;
                List<String> cited = silent ? permits(finding, permitting.decision()) : finding.rules();
                RuleSet from = silent ? permitting.rules() : refusing.rules();
                cited.stream()
                        .flatMap(id -> from.rule(id).stream())
                        .map(rule -> new Ground(finding.role(), finding.reason(), rule))
                        .forEach(grounds::add);
            }
        }
        return List.copyOf(grounds);
    }

    private static List<String> permits(Finding silent, Decision other) {
        return other.findings().stream()
                .filter(finding -> finding.role() == silent.role() && finding.jurisdiction() == silent.jurisdiction())
                .flatMap(finding -> finding.rules().stream())
                .toList();
    }
}
