package org.liptako.node.cli.node;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What Java keeps of a rehearsal for later starts: the program's classes, loaded and linked, and what its methods were seen to do (JEP 483,
 * 514, 515). Java holds it against itself and every jar, and starts without it where one of them is another.
 *
 * @param file where it lies, or is to lie
 */
public record StartCache(Path file) {
    /** What every Java of this program is started with; Java wants the same when it records and when it uses. */
    public static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djdk.tls.server.enableSessionTicketExtension=false",
            "-Dfile.encoding=UTF-8");

    private static final String PROPERTY = "liptako.start-cache";

    /** Java would say on standard output, among the results, that it starts without the cache. */
    private static final List<String> QUIET = List.of("-Xlog:aot*=off", "-Xlog:cds*=off");

    /** That of the running program, which its launcher names; empty where another started it. */
    public static Optional<StartCache> ofThisProgram() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(StartCache::new);
    }

    /** The program's own Java. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The jars of the running program, in their order. */
    public static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** The flags of a Java that records what it loads and does, and writes it to the file when it ends in order. */
    public List<String> recording() {
        return List.of("-XX:AOTCacheOutput=" + file);
    }

    /** The flags of a Java that starts out of the file, or without it where it is absent or older than a jar. */
    public List<String> use() {
        if (!isNewerThanTheProgram()) {
            return List.of();
        }
        var flags = new ArrayList<>(QUIET);
        flags.add("-XX:AOTCache=" + file);
        return List.copyOf(flags);
    }

    /** Whether this Java starts the running program out of the file: it is asked to, or else to fail. */
    public boolean isTaken() {
        if (!isNewerThanTheProgram()) {
            return false;
        }
        var command = new ArrayList<>(List.of(java()));
        command.addAll(FLAGS);
        command.addAll(use());
        command.addAll(List.of("-XX:AOTMode=on", "-cp", classPath(), "org.liptako.node.cli.Liptako", "--version"));
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isNewerThanTheProgram() {
        try {
            if (!Files.exists(file)) {
                return false;
            }
            var made = Files.getLastModifiedTime(file);
            for (var jar : Arrays.asList(classPath().split(File.pathSeparator, -1))) {
                if (Files.getLastModifiedTime(Path.of(jar)).compareTo(made) > 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
