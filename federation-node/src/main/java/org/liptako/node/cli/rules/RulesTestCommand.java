package org.liptako.node.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.policy.rules.RuleError;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.scenario.JUnitReport;
import org.liptako.policy.scenario.Scenario;
import org.liptako.policy.scenario.ScenarioLoad;
import org.liptako.policy.scenario.ScenarioLoader;
import org.liptako.policy.scenario.ScenarioReport;
import org.liptako.policy.scenario.ScenarioResult;
import org.liptako.policy.scenario.ScenarioRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako rules test}: the scenarios beside the rules, reported in French, with what they do not reach; exit 1 if one fails. */
@Command(name = "test")
final class RulesTestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesOptions rules;

    @Option(names = "--junit", paramLabel = "FILE", descriptionKey = "junitFile")
    private @Nullable Path junit;

    @Option(names = "--language", paramLabel = "LANGUAGE", defaultValue = "fr", descriptionKey = "reportLanguage")
    private ReportLanguage language;

    RulesTestCommand() {}

    @Override
    public Integer call() {
        var ruleSet = rules.ruleSet();
        return switch (new ScenarioLoader(ruleSet.vocabulary()).load(rules.directory())) {
            case ScenarioLoad.Loaded loaded -> run(ruleSet, loaded.scenarios());
            case ScenarioLoad.Rejected rejected -> {
                rejected.errors().forEach(this::report);
                yield ExitCode.NO;
            }
        };
    }

    private int run(RuleSet ruleSet, List<Scenario> scenarios) {
        var screen = Screen.of(spec);
        var results = new ScenarioRun(ruleSet).run(scenarios);
        if (results.isEmpty()) {
            screen.remark(
                    "aucun essai : ajoutez un fichier « .essais.yaml » à côté des règles.",
                    "no scenario: add a file \".essais.yaml\" beside the rules.");
        }
        ScenarioReport.of(ruleSet, results)
                .forEach(line -> screen.line(language.chosen().apply(line)));
        if (junit != null) {
            write(results, junit);
        }
        return results.stream().allMatch(ScenarioResult::passed) ? ExitCode.DONE : ExitCode.NO;
    }

    private void report(RuleError error) {
        Screen.of(spec).line(error.where() + ": " + language.chosen().apply(error.wording()));
    }

    private static void write(List<ScenarioResult> results, Path file) {
        try (var out = Files.newOutputStream(file)) {
            JUnitReport.write(results, out);
        } catch (IOException | XMLStreamException unwritable) {
            throw CommandFailure.badInput(
                    "--junit : " + file
                            + " ne peut pas être écrit ; donnez un fichier d'un dossier où vous pouvez écrire.",
                    "--junit: " + file + " cannot be written; give a file in a directory that you may write to.");
        }
    }
}
