package org.liptako.node.cli.rules;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.liptako.node.cli.ExitCode;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.rules.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako rules decide}: one facts document a line on stdin, one decision document a line on stdout, in order. */
@Command(name = "decide")
final class RulesDecideCommand implements Callable<Integer> {
    enum Engine {
        EMBEDDED
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesOptions rules;

    @Option(names = "--engine", paramLabel = "ENGINE", defaultValue = "embedded", descriptionKey = "engine")
    private Engine engine;

    RulesDecideCommand() {}

    @Override
    public Integer call() {
        var ruleSet = rules.ruleSet();
        var answers = new DecisionLine(new FactsReader(ruleSet.vocabulary()), judgeOf(ruleSet));
        var questions = new InputLines(System.in, FactsReader.MOST_BYTES);
        var out = spec.commandLine().getOut();
        for (Optional<byte[]> question = questions.next(); question.isPresent(); question = questions.next()) {
            out.print(answers.of(question.get()));
            out.print('\n');
            if (questions.idle()) {
                out.flush();
            }
        }
        out.flush();
        return ExitCode.DONE;
    }

    private PolicyEngine judgeOf(RuleSet ruleSet) {
        return switch (engine) {
            case EMBEDDED -> new CompiledEngine(ruleSet);
        };
    }
}
