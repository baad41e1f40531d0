package org.liptako.node.cli.replay;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.replay.Replay;
import org.liptako.node.replay.ReplayDocument;
import org.liptako.node.replay.ReplayWords;
import org.liptako.node.wire.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako why}: the chain from fact to rule to article of a decision, once it was judged again. */
@Command(name = "why")
public final class WhyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CaseOptions options;

    @Parameters(paramLabel = "REQUEST|GRANT", arity = "0..1", descriptionKey = "decisionName")
    private @Nullable String name;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    WhyCommand() {}

    @Override
    public Integer call() {
        var screen = Screen.of(spec);
        try (var files = options.open(name, null, null);
                var session = ReplaySession.embedded(options.inspection(), files)) {
            int exitCode = ExitCode.DONE;
            while (session.hasNext()) {
                Replay replay = session.next();
                show(replay, session.why(replay), screen);
                exitCode = Math.max(exitCode, ReplayCommand.exitCode(replay.result()));
            }
            return exitCode;
        }
    }

    private void show(Replay replay, List<Sentence> why, Screen screen) {
        if (json) {
            screen.line(ReplayDocument.of(replay, why));
        } else {
            ReplayWords.of(replay).forEach(line -> screen.line(line.fr(), line.en()));
            why.forEach(line -> screen.line(line.fr(), line.en()));
        }
    }
}
