package org.liptako.node.cli.rules;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.JsonLine;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeOptions;
import org.liptako.placement.v1.WeighRulesResponse;
import org.liptako.placement.v1.WeighingTerms;
import org.liptako.policy.rules.Jurisdiction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako rules impact}: what proposed rules would do to the copies, transfers and requests that a node knows of. */
@Command(name = "impact")
final class RulesImpactCommand implements Callable<Integer> {
    private static final double BYTES_PER_MB = 1e6;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", descriptionKey = "impactDirectory")
    private Path directory;

    @Option(names = "--jurisdiction", paramLabel = "CODE", descriptionKey = "impactJurisdiction")
    private @Nullable String jurisdiction;

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "impactFrom")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "impactUntil")
    private @Nullable String until;

    @Option(names = "--rate", paramLabel = "MB/S", descriptionKey = "impactRate")
    private @Nullable Double rate;

    @Mixin
    private NodeOptions node;

    RulesImpactCommand() {}

    @Override
    public Integer call() {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        WeighingTerms.Builder terms = WeighingTerms.newBuilder();
        Jurisdiction whose = jurisdiction == null ? null : EditionNode.jurisdiction(jurisdiction);
        if (whose != null) {
            terms.addJurisdictions(whose.name());
        }
        if (from != null) {
            terms.setFrom(StartOption.read("--from", from, whose, now).toString());
        }
        if (until != null) {
            terms.setUntil(StartOption.read("--until", until, whose, now).toString());
        }
        if (rate != null) {
            terms.setBytesPerSecond(bytesPerSecond(rate));
        }
        var files = new RulesDirectory("DIR", directory).files();
        List<WeighRulesResponse> lines =
                node.call(connection -> new ImpactNode(connection).weigh(terms.build(), files));
        Screen screen = Screen.of(spec);
        if (node.json()) {
            lines.forEach(line -> screen.line(JsonLine.of(line)));
        } else {
            ImpactText.print(lines, screen);
        }
        return ExitCode.DONE;
    }

    private static long bytesPerSecond(double megabytes) {
        double bytes = megabytes * BYTES_PER_MB;
        if (!(bytes >= 1 && bytes <= 1e12)) {
            throw CommandFailure.badInput(
                    "--rate " + megabytes + " : attendu des Mo par seconde, plus de 0, par exemple 12.5.",
                    "--rate " + megabytes + ": expected MB a second, more than 0, for example 12.5.");
        }
        return (long) bytes;
    }
}
