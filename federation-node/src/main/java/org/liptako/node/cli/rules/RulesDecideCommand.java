package org.liptako.node.cli.rules;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.InputLines;
import org.liptako.node.cli.Screen;
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
        EMBEDDED,
        OPA
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesOptions rules;

    @Option(names = "--engine", paramLabel = "ENGINE", defaultValue = "embedded", descriptionKey = "engine")
    private Engine engine;

    @Option(names = "--opa", paramLabel = "URL", descriptionKey = "opaUrl")
    private @Nullable URI opa;

    RulesDecideCommand() {}

    @Override
    public Integer call() {
        var ruleSet = rules.ruleSet();
        try (var judge = judge(ruleSet);
                var answers = new AnswerQueue(
                        new DecisionLine(new FactsReader(ruleSet.vocabulary()), judge.engine()),
                        spec.commandLine().getOut())) {
            answerAll(answers);
        }
        return ExitCode.DONE;
    }

    private Judge judge(RuleSet ruleSet) {
        return switch (engine) {
            case EMBEDDED -> Judge.embedded(ruleSet);
            case OPA -> Judge.opa(ruleSet, opa, Screen.of(spec));
        };
    }

    private static void answerAll(AnswerQueue answers) {
        var questions = new InputLines(System.in, FactsReader.MOST_BYTES);
        for (Optional<byte[]> question = questions.next(); question.isPresent(); question = questions.next()) {
            answers.ask(question.get());
            if (questions.idle()) {
                answers.flush();
            }
        }
        answers.flush();
    }
}
