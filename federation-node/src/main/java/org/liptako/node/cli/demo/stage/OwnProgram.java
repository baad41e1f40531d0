package org.liptako.node.cli.demo.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.liptako.node.cli.node.StartCache;

/** This same program as a process of its own. */
public final class OwnProgram {
    private static final List<String> SHORT = List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");

    private OwnProgram() {}

    /** How a command ended, and all that it said. */
    public record Ended(int exitCode, List<String> lines) {
        public Ended {
            lines = List.copyOf(lines);
        }
    }

    /** Runs a command to its end: it knows what its words say, and nothing of whoever starts it. */
    public static Ended run(String... words) {
        try {
            Process process =
                    new ProcessBuilder(command(words)).redirectErrorStream(true).start();
            try (var said = process.inputReader(StandardCharsets.UTF_8)) {
                var lines = said.lines().toList();
                return new Ended(process.waitFor(), lines);
            } catch (InterruptedException interrupted) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                return new Ended(-1, List.of());
            }
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private static List<String> command(String... words) {
        var command = new ArrayList<String>();
        command.add(StartCache.java());
        command.addAll(StartCache.FLAGS);
        command.addAll(SHORT);
        command.addAll(List.of("-cp", StartCache.classPath(), "org.liptako.node.cli.Liptako"));
        command.addAll(List.of(words));
        return command;
    }
}
