package org.liptako.node.cli.replay;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.replay.Replay;
import org.liptako.node.replay.ReplayDocument;
import org.liptako.node.replay.ReplayWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako replay}: judges decisions again, under the rules and on the facts of their day, and says whether the same documents come of it. */
@Command(name = "replay")
public final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CaseOptions options;

    @Parameters(paramLabel = "REQUEST|GRANT", arity = "0..1", descriptionKey = "decisionName")
    private @Nullable String name;

    @Option(names = "--since", paramLabel = "INSTANT", descriptionKey = "decidedSince")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "INSTANT", descriptionKey = "decidedUntil")
    private @Nullable String until;

    @Option(names = "--opa", paramLabel = "URL", descriptionKey = "replayOpa")
    private @Nullable URI opa;

    @Option(names = "--save", paramLabel = "DIR", descriptionKey = "saveCase")
    private @Nullable Path save;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ReplayCommand() {}

    @Override
    public Integer call() {
        var screen = Screen.of(spec);
        try (var files = files();
                var session = ReplaySession.withOpa(options.inspection(), files, opa)) {
            int exitCode = ExitCode.DONE;
            while (session.hasNext()) {
                Replay replay = session.next();
                show(replay, screen);
                exitCode = Math.max(exitCode, exitCode(replay.result()));
            }
            return exitCode;
        }
    }

    /** What cannot be judged again is no yes. */
    static int exitCode(Replay.Result result) {
        return switch (result) {
            case SAME, NOTHING_JUDGED -> ExitCode.DONE;
            case DIFFERENT, NOT_REPLAYED -> ExitCode.NO;
        };
    }

    private CaseFiles files() {
        if (name != null && (since != null || until != null)) {
            throw CommandFailure.badInput(
                    "donnez une demande, ou une période (--since, --until), pas les deux.",
                    "give a request, or a period (--since, --until), not both.");
        }
        CaseFiles files = options.open(name, since, until);
        return save == null ? files : new SavedCase(files, save);
    }

    private void show(Replay replay, Screen screen) {
        if (json) {
            screen.line(ReplayDocument.of(replay));
        } else {
            ReplayWords.of(replay).forEach(line -> screen.line(line.fr(), line.en()));
        }
    }
}
