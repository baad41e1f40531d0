package org.liptako.node.cli.rules;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.policy.analysis.RuleSetAnalysis;
import org.liptako.policy.analysis.question.Remark;
import org.liptako.policy.explain.FactsWords;
import org.liptako.policy.explain.FrenchText;
import org.liptako.policy.facts.FactsWriter;
import org.liptako.policy.vocabulary.Bilingual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako rules analyse}: what in a rule set cannot be meant, in both languages, each remark with an example in words and as a document. */
@Command(name = "analyse")
final class RulesAnalyseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesOptions rules;

    @Option(names = "--at", required = true, paramLabel = "INSTANT", descriptionKey = "rulesInstant")
    private String at;

    @Option(names = "--until", paramLabel = "INSTANT", descriptionKey = "rulesUntil")
    private @Nullable String until;

    RulesAnalyseCommand() {}

    @Override
    public Integer call() {
        var from = InstantOption.read("--at", at);
        var ruleSet = rules.ruleSet();
        var to = until == null ? from : InstantOption.read("--until", until);
        if (to.isBefore(from)) {
            throw CommandFailure.badInput(
                    "--until : " + until + " est avant --at ; donnez un instant plus tardif.",
                    "--until: " + until + " is before --at; give a later instant.");
        }
        var screen = Screen.of(spec);
        RuleSetAnalysis.between(ruleSet, from, to).forEach(remark -> print(remark, screen));
        return ExitCode.DONE;
    }

    private static void print(Remark remark, Screen screen) {
        screen.line(remark.kind() + " " + String.join(" ", remark.rules()));
        screen.line("  " + FrenchText.of(said(remark, "par exemple : ", Bilingual::fr)));
        screen.line("  " + said(remark, "for example: ", Bilingual::en));
        var example = remark.example();
        if (example != null) {
            screen.line("  " + new FactsWriter(example.vocabulary()).write(example));
        }
        screen.line("");
    }

    private static String said(Remark remark, String prefix, Function<Bilingual, String> language) {
        var sentence = language.apply(remark.sentence());
        var example = remark.example();
        return example == null ? sentence : sentence + ", " + prefix + language.apply(FactsWords.of(example)) + ".";
    }
}
