package org.liptako.policy.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.liptako.policy.analysis.question.Flips;
import org.liptako.policy.analysis.question.Question;
import org.liptako.policy.analysis.question.Remark;
import org.liptako.policy.analysis.question.Study;
import org.liptako.policy.rules.RuleSet;

/** Everything that section 7 asks of one rule set; each example has been confirmed by the embedded engine. */
public final class RuleSetAnalysis {

    private RuleSetAnalysis() {}

    /** What is found out at one instant. */
    public static List<Remark> at(RuleSet rules, Instant instant) {
        Study study = new Study(rules, instant);
        return Question.all().stream()
                .flatMap(question -> question.ask(study).stream())
                .toList();
    }

    /** The same, and every instant up to another at which something begins or ceases to be permitted. */
    public static List<Remark> between(RuleSet rules, Instant from, Instant until) {
        List<Remark> remarks = new ArrayList<>(at(rules, from));
        remarks.addAll(new Flips(rules).between(from, until));
        return remarks;
    }
}
