package org.liptako.node.exchange.bucket;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The object store that tests run against: on the PATH, or in the cache of tools, else built there once from its source. */
final class VersityProgram {
    private static final String MODULE = "github.com/versity/versitygw/cmd/versitygw@v1.8.0";
    private static final String MISSING =
            "versitygw is neither on the PATH nor in the cache of tools and could not be built, so no copy goes into an"
                    + " object store here; to have it: install Go, then go install " + MODULE;

    private VersityProgram() {}

    /** Where there is none and none can be built, a laptop skips the test and CI fails it. */
    static Path find() throws IOException {
        Optional<Path> found = Stream.concat(onPath("versitygw"), Stream.of(tools().resolve("versitygw")))
                .filter(Files::isExecutable)
                .findFirst()
                .or(VersityProgram::build);
        return found.orElseGet(() -> "true".equals(System.getenv("CI")) ? fail(MISSING) : abort(MISSING));
    }

    private static Optional<Path> build() {
        Optional<Path> go = onPath("go").filter(Files::isExecutable).findFirst();
        if (go.isEmpty()) {
            return Optional.empty();
        }
        try {
            ProcessBuilder install = new ProcessBuilder(go.get().toString(), "install", MODULE).inheritIO();
            install.environment().put("GOBIN", Files.createDirectories(tools()).toString());
            Process running = install.start();
            if (!running.waitFor(10, TimeUnit.MINUTES)) {
                running.destroyForcibly();
            }
            return Optional.of(tools().resolve("versitygw")).filter(Files::isExecutable);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Stream<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program));
    }

    private static Path tools() {
        String cache = System.getenv("LIPTAKO_CACHE");
        return cache == null
                ? Path.of(System.getProperty("user.home"), ".cache", "liptako", "tools")
                : Path.of(cache, "tools");
    }
}
