package org.liptako.node.rulebook;

import java.util.Collection;
import java.util.List;
import org.liptako.policy.rules.BasisStatus;
import org.liptako.policy.rules.LegalBasis;
import org.liptako.policy.rules.Rule;

/** Whether rules are law. */
final class RuleStanding {
    private RuleStanding() {}

    /** The ids of the rules that are examples or drafts: only a demonstration may judge by them. */
    static List<String> withoutLegalValue(Collection<Rule> rules) {
        return rules.stream()
                .filter(rule -> standing(rule) != BasisStatus.PUBLIE)
                .map(Rule::id)
                .toList();
    }

    /** The least of a rule's legal bases: one that is only a draft makes the rule a draft. */
    private static BasisStatus standing(Rule rule) {
        return rule.legalBases().stream()
                .map(LegalBasis::status)
                .min(BasisStatus::compareTo)
                .orElse(BasisStatus.EXEMPLE);
    }
}
