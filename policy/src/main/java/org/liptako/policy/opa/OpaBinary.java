package org.liptako.policy.opa;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds an {@code opa} that is new enough: on the PATH, else in the cache, else built there once from its source. */
public final class OpaBinary {
    /** What is built where none is found. */
    static final String BUILT_VERSION = "v1.22.2";

    private final Map<String, String> environment;
    private final Consumer<String> say;

    /**
     * A search in an environment.
     *
     * @param environment for {@code PATH}, {@code LIPTAKO_CACHE} and {@code HOME}
     * @param say told in one line when something is built, for that takes a minute
     */
    public OpaBinary(Map<String, String> environment, Consumer<String> say) {
        this.environment = environment;
        this.say = say;
    }

    /**
     * The path of a usable {@code opa}.
     *
     * @throws OpaException if there is none and none can be built; the message says how to have one
     */
    public Path find() {
        return installed().orElseGet(() -> build(tools()));
    }

    /** The path of a usable {@code opa}, where there is one already. */
    public Optional<Path> installed() {
        return Stream.concat(onPath("opa"), Stream.of(tools().resolve("opa")))
                .filter(Files::isExecutable)
                .filter(OpaBinary::isRecentEnough)
                .findFirst();
    }

    private Path build(Path tools) {
        Path built = tools.resolve("opa");
        Path go = onPath("go")
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new OpaException(
                                "Aucun opa de version " + OpaVersion.LEAST + " ou plus récente sur le PATH ou dans "
                                        + tools
                                        + ", ni go pour en construire un. Installez opa, ou Go, ou choisissez le moteur « embedded ».",
                                "No opa of version " + OpaVersion.LEAST + " or newer on the PATH or in " + tools
                                        + ", and no go to build one. Install opa, or install Go, or choose the engine \"embedded\"."));
        say.accept("opa is not installed: building " + BUILT_VERSION + " into " + tools + ", about a minute");
        try {
            Files.createDirectories(tools);
        } catch (IOException failure) {
            throw new OpaException(
                    tools + " ne peut être créé ; donnez à LIPTAKO_CACHE un dossier où vous pouvez écrire.",
                    tools + " cannot be made; set LIPTAKO_CACHE to a writable folder.",
                    failure);
        }
        ToolRun run = ToolRun.of(
                List.of(go.toString(), "install", "github.com/open-policy-agent/opa@" + BUILT_VERSION),
                Map.of("GOBIN", tools.toString()));
        if (run.exitCode() != 0 || !isRecentEnough(built)) {
            throw new OpaException(
                    "opa " + BUILT_VERSION + " n'a pu être construit : " + run.lastLine() + ". Installez opa "
                            + OpaVersion.LEAST + " ou plus récent, ou choisissez le moteur « embedded ».",
                    "opa " + BUILT_VERSION + " could not be built: " + run.lastLine() + ". Install opa "
                            + OpaVersion.LEAST + " or newer, or choose the engine \"embedded\".");
        }
        return built;
    }

    private Stream<Path> onPath(String program) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program));
    }

    private Path tools() {
        String cache = environment.get("LIPTAKO_CACHE");
        Path base = cache == null
                ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache", "liptako")
                : Path.of(cache);
        return base.resolve("tools").toAbsolutePath();
    }

    private static boolean isRecentEnough(Path opa) {
        if (!Files.isExecutable(opa)) {
            return false;
        }
        ToolRun run = ToolRun.of(List.of(opa.toString(), "version"), Map.of());
        return run.exitCode() == 0
                && run.lines().stream()
                        .filter(line -> line.startsWith("Version:"))
                        .anyMatch(line -> OpaVersion.parse(
                                        line.substring("Version:".length()).strip())
                                .filter(version -> version.compareTo(OpaVersion.LEAST) >= 0)
                                .isPresent());
    }
}
