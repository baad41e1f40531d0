package org.liptako.node.cli.rules;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.policy.analysis.Comparison;
import org.liptako.policy.analysis.Difference;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.facts.FactsWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako rules compare}: what two rule sets permit differently, one example a line; nothing if they permit exactly the same. */
@Command(name = "compare")
final class RulesCompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--old", required = true, paramLabel = "DIR", descriptionKey = "oldRules")
    private Path old;

    @Option(names = "--new", required = true, paramLabel = "DIR", descriptionKey = "newRules")
    private Path now;

    @Option(names = "--at", required = true, paramLabel = "INSTANT", descriptionKey = "rulesInstant")
    private String at;

    RulesCompareCommand() {}

    @Override
    public Integer call() {
        var screen = Screen.of(spec);
        var instant = InstantOption.read("--at", at);
        var before = new RulesDirectory("--old", old);
        var after = new RulesDirectory("--new", now);
        // Both are read by the newer of their vocabularies, in which the other's rules mean the same.
        var newRules = after.ruleSet(before.ruleSet().vocabulary());
        var oldRules = before.ruleSet(newRules.vocabulary());
        var differences = new Comparison(oldRules, newRules, instant).differences();
        differences.forEach(difference -> screen.line(line(difference)));
        if (!differences.isEmpty() && differences.stream().noneMatch(Difference::isComplete)) {
            screen.remark(
                    "Quand tous les faits sont connus, les deux permettent la même chose ; elles demandent des faits différents.",
                    "Where every fact is known the two permit the same; they ask for different facts.");
        }
        return ExitCode.DONE;
    }

    static String line(Difference difference) {
        var facts = new FactsWriter(difference.facts().vocabulary()).write(difference.facts());
        return "{\"kind\":\"" + difference.kind() + "\",\"facts\":" + facts + ",\"old\":"
                + DecisionDocuments.text(difference.old()) + ",\"new\":" + DecisionDocuments.text(difference.now())
                + "}";
    }
}
