package org.liptako.node.cli.rules;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.policy.explain.Explanation;
import org.liptako.policy.explain.RuleWords;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako rules explain}: what the machine understood of each rule, in both languages, so that its author can see whether it is what was meant. */
@Command(name = "explain")
final class RulesExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesOptions rules;

    @Parameters(paramLabel = "RULE", arity = "0..*", descriptionKey = "ruleIds")
    private List<String> ids = List.of();

    RulesExplainCommand() {}

    @Override
    public Integer call() {
        var screen = Screen.of(spec);
        var ruleSet = rules.ruleSet();
        var words = new RuleWords(ruleSet);
        for (var rule : wanted(ruleSet)) {
            var explanation = words.of(rule);
            print(explanation, Bilingual::fr, screen);
            print(explanation, Bilingual::en, screen);
        }
        return ExitCode.DONE;
    }

    private List<Rule> wanted(RuleSet ruleSet) {
        return ids.isEmpty()
                ? ruleSet.rules()
                : ids.stream().map(id -> named(id, ruleSet)).toList();
    }

    private static Rule named(String id, RuleSet ruleSet) {
        return ruleSet.rule(id).orElseThrow(() -> {
            var nearest = Nearest.to(id, ruleSet.rules().stream().map(Rule::id).toList());
            return CommandFailure.badInput(
                    "aucune règle ne s'appelle " + id
                            + nearest.map(other -> " ; vouliez-vous dire " + other + " ?")
                                    .orElse(" ; voir les fichiers de règles."),
                    "no rule is called " + id
                            + nearest.map(other -> "; did you mean " + other + "?")
                                    .orElse("; see the rule files."));
        });
    }

    private static void print(Explanation explanation, Function<Bilingual, String> language, Screen screen) {
        screen.line(explanation.rule() + " · " + language.apply(explanation.title()));
        explanation.lines().forEach(line -> screen.line("  " + language.apply(line)));
        screen.line("");
    }
}
