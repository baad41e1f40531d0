package org.liptako.node.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of others' making, built by the machine's Go from a public library of a pinned digest. */
final class GoProgram {
    private static final String MISSING =
            "Go is neither on the PATH nor in /usr/local/go, so no outside tool reads a journal here; to have it:"
                    + " install it from your distribution, version 1.24 or later.";
    private static final List<String> SOURCES = List.of("main.go", "go.mod", "go.sum");

    private final Path directory;
    private final Path program;

    private GoProgram(Path directory, Path program) {
        this.directory = directory;
        this.program = program;
    }

    /** How it ended, and what it said. */
    record Said(int exitCode, String words) {}

    /** Builds it; where there is no Go, a laptop skips the test and CI fails it. */
    static GoProgram build(Path directory) {
        Path go = Stream.concat(onPath(), Stream.of(Path.of("/usr/local/go/bin")))
                .map(folder -> folder.resolve("go"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> "true".equals(System.getenv("CI")) ? fail(MISSING) : abort(MISSING));
        for (String source : SOURCES) {
            try (InputStream in = Optional.ofNullable(GoProgram.class.getResourceAsStream("tlog/" + source))
                    .orElseThrow()) {
                Files.copy(in, directory.resolve(source));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Path program = directory.resolve("journalcheck");
        Said built = run(directory, List.of(go.toString(), "build", "-o", program.toString(), "."));
        if (built.exitCode() != 0) {
            fail("go build: " + built.words());
        }
        return new GoProgram(directory, program);
    }

    Said run(String... words) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(words));
        return run(directory, command);
    }

    private static Said run(Path directory, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String words = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Said(process.waitFor(), words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }
}
