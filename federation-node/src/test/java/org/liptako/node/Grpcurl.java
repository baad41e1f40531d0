package org.liptako.node;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The outside client that a test calls nodes with: on the PATH, or in the cache of tools. */
final class Grpcurl {
    private static final String MISSING =
            "grpcurl is neither on the PATH nor in the cache of tools, so no outside client calls a node here;"
                    + " to have it: go install github.com/fullstorydev/grpcurl/cmd/grpcurl@v1.9.4";

    private Grpcurl() {}

    /** The directory that it lies in; where there is none, a laptop skips the test and CI fails it. */
    static Path directory() {
        Optional<Path> found = Stream.concat(onPath(), Stream.of(tools()))
                .filter(folder -> Files.isExecutable(folder.resolve("grpcurl")))
                .findFirst();
        return found.orElseGet(() -> "true".equals(System.getenv("CI")) ? fail(MISSING) : abort(MISSING));
    }

    private static Stream<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }

    private static Path tools() {
        String cache = System.getenv("LIPTAKO_CACHE");
        return cache == null
                ? Path.of(System.getProperty("user.home"), ".cache", "liptako", "tools")
                : Path.of(cache, "tools");
    }
}
