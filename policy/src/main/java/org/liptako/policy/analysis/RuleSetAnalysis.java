package org.liptako.policy.analysis;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.liptako.policy.analysis.question.Flips;
import org.liptako.policy.analysis.question.Question;
import org.liptako.policy.analysis.question.Remark;
import org.liptako.policy.analysis.question.Study;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.rules.RuleSet;

/** Everything that section 7 asks of one rule set; each example has been confirmed by the embedded engine. */
public final class RuleSetAnalysis {

    private RuleSetAnalysis() {}

    /** What is found out at one instant; each question has a circuit of its own, so that they are asked beside each other. */
    public static List<Remark> at(RuleSet rules, Instant instant) {
        CompiledEngine engine = new CompiledEngine(rules);
        return Question.all().parallelStream()
                .flatMap(question -> question.ask(new Study(engine, rules, instant)).stream())
                .toList();
    }

    /** The same, and every instant up to another at which something begins or ceases to be permitted. */
    public static List<Remark> between(RuleSet rules, Instant from, Instant until) {
        return Stream.concat(at(rules, from).stream(), new Flips(rules).between(from, until).stream())
                .toList();
    }
}
