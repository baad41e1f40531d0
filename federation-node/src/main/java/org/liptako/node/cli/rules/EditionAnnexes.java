package org.liptako.node.cli.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.JsonLine;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Count;
import org.liptako.placement.v1.WeighRulesResponse;
import org.liptako.policy.analysis.Comparison;
import org.liptako.policy.analysis.RuleSetAnalysis;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.scenario.ScenarioLoad;
import org.liptako.policy.scenario.ScenarioLoader;
import org.liptako.policy.scenario.ScenarioReport;
import org.liptako.policy.scenario.ScenarioResult;
import org.liptako.policy.scenario.ScenarioRun;

/** What officers should have before them when they sign: the scenarios tried, what analysis finds, what changes, in law and in fact. Their digests stand in the edition. */
final class EditionAnnexes {
    private EditionAnnexes() {}

    /** The report of the scenarios beside the rules; one that fails ends the command. */
    static SourceFile scenarios(RuleSet rules, Path directory) {
        return switch (new ScenarioLoader(rules.vocabulary()).load(directory)) {
            case ScenarioLoad.Loaded loaded -> {
                List<ScenarioResult> results = new ScenarioRun(rules).run(loaded.scenarios());
                long failed =
                        results.stream().filter(result -> !result.passed()).count();
                if (failed > 0) {
                    throw CommandFailure.refused(
                            Count.fr(failed, "essai échoue", "essais échouent")
                                    + " ; voir « liptako rules test --rules " + directory + " ».",
                            Count.en(failed, "scenario fails", "scenarios fail") + "; see \"liptako rules test --rules "
                                    + directory + "\".");
                }
                yield annex(
                        "essais.txt",
                        ScenarioReport.of(rules, results).stream()
                                .map(line -> line.fr() + "\n")
                                .collect(Collectors.joining()));
            }
            case ScenarioLoad.Rejected rejected ->
                throw CommandFailure.refused(
                        rejected.errors().getFirst().where() + " : "
                                + rejected.errors().getFirst().wording().fr(),
                        rejected.errors().getFirst().where() + ": "
                                + rejected.errors().getFirst().wording().en());
        };
    }

    static SourceFile analysis(RuleSet rules, Instant at) {
        return annex(
                "analyse.txt",
                RuleSetAnalysis.at(rules, at).stream()
                        .map(remark -> remark.kind() + " " + String.join(" ", remark.rules()) + "\n  "
                                + remark.sentence().fr() + "\n  "
                                + remark.sentence().en() + "\n")
                        .collect(Collectors.joining()));
    }

    static SourceFile comparison(RuleSet old, RuleSet proposed, Instant at) {
        return annex(
                "comparaison.jsonl",
                new Comparison(old, proposed, at)
                        .differences().stream()
                                .map(difference -> RulesCompareCommand.line(difference) + "\n")
                                .collect(Collectors.joining()));
    }

    /** What a node says that the edition would do to the copies there are: for people, and every line for machines. */
    static List<SourceFile> impact(List<WeighRulesResponse> weighing) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        ImpactText.print(weighing, new Screen(out, out, Language.FRENCH));
        String lines = weighing.stream().map(line -> JsonLine.of(line) + "\n").collect(Collectors.joining());
        return List.of(annex("impact.txt", text.toString()), annex("impact.jsonl", lines));
    }

    private static SourceFile annex(String name, String text) {
        return new SourceFile(name, text.getBytes(UTF_8));
    }
}
