package org.liptako.node.cli.rules;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Count;
import org.liptako.policy.analysis.SuspiciousRules;
import org.liptako.policy.calendar.DayWords;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleError;
import org.liptako.policy.rules.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako rules check}: every mistake in a rules directory at once, each with its place and its mend, in both languages. */
@Command(name = "check")
final class RulesCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesOptions rules;

    @Option(names = "--on", paramLabel = "DAY", descriptionKey = "checkOn")
    private @Nullable String day;

    RulesCheckCommand() {}

    @Override
    public Integer call() {
        var screen = Screen.of(spec);
        var result = rules.load();
        report(result.warnings(), "avertissement", "warning", screen);
        return switch (result) {
            case LoadResult.Loaded loaded -> {
                report(SuspiciousRules.of(loaded, on()), "avertissement", "warning", screen);
                summary(loaded.ruleSet(), screen);
                yield ExitCode.DONE;
            }
            case LoadResult.Rejected rejected -> {
                report(rejected.errors(), "erreur", "error", screen);
                screen.line(
                        Count.fr(rejected.errors().size(), "erreur")
                                + " : ces règles ne peuvent pas être mises en vigueur.",
                        Count.en(rejected.errors().size(), "error") + ": these rules cannot be put in force.");
                yield ExitCode.NO;
            }
        };
    }

    /** The day from which on rules are looked at; what it finds only warns, so that the clock decides nothing. */
    private Instant on() {
        if (day == null) {
            return Clock.systemUTC().instant();
        }
        return DayWords.read(day)
                .orElseThrow(() -> CommandFailure.badInput(
                        "--on : « " + day + " » n'est pas un jour ; écrivez par exemple « 1er juillet 2027 ».",
                        "--on: \"" + day + "\" is not a day; write \"1 July 2027\", for example."))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static void report(List<RuleError> remarks, String french, String english, Screen screen) {
        for (var remark : remarks) {
            screen.line(remark.where() + ": " + french + " " + remark.code() + ": "
                    + remark.wording().fr());
            screen.line(remark.where() + ": " + english + " " + remark.code() + ": "
                    + remark.wording().en());
        }
    }

    private static void summary(RuleSet rules, Screen screen) {
        screen.line(
                Count.fr(rules.rules().size(), "règle") + ", sans erreur ; empreinte " + rules.digest(),
                Count.en(rules.rules().size(), "rule") + ", no error; digest " + rules.digest());
    }
}
