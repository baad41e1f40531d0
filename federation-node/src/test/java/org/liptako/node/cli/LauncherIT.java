package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a program that was put somewhere without its sources, with and without what {@code liptako prepare} writes. */
class LauncherIT {
    private static final Path BUILT = Path.of("target").toAbsolutePath();
    private static final String ABSENT = "/no-such-place/node.yaml";
    private static final String VERSION = "liptako 0.1.0\n";

    @TempDir
    private Path directory;

    private Path launcher;
    private Path target;
    private Path cache;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        launcher = Files.createDirectories(directory.resolve("liptako/bin")).resolve("liptako");
        Files.copy(Path.of("bin", "liptako"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
        target = Files.createDirectories(directory.resolve("liptako/target"));
        cache = target.resolve("liptako.aot");
        Files.createSymbolicLink(target.resolve("lib"), BUILT.resolve("lib"));
        try (var jars = Files.newDirectoryStream(BUILT, "liptako-federation-node-*.jar")) {
            for (var jar : jars) {
                Files.copy(jar, target.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @AfterEach
    void letItBeRemoved() throws IOException {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void startsWhereNobodyHasPreparedAnything() throws IOException, InterruptedException {
        assertThat(liptako("--version")).isEqualTo(new Ended(ExitCode.DONE, VERSION, ""));
    }

    @Test
    void keepsQuietAboutACacheThatJavaDoesNotTake() throws IOException, InterruptedException {
        Files.writeString(cache, "not a cache");
        assertThat(liptako("--version")).isEqualTo(new Ended(ExitCode.DONE, VERSION, ""));
        refusesTheAbsentConfigurationAndSaysNothingElse();
    }

    @Test
    void saysAtTheStartOfANodeThatTheCacheIsOlderThanTheProgram() throws IOException, InterruptedException {
        Files.writeString(cache, "not a cache");
        Files.setLastModifiedTime(cache, FileTime.from(Instant.EPOCH));
        assertThat(liptako("--version")).isEqualTo(new Ended(ExitCode.DONE, VERSION, ""));
        var node = liptako("node", "--config", ABSENT);
        assertThat(node.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(node.out()).isEmpty();
        assertThat(node.err()).contains("older than the program: \"liptako prepare\"", ABSENT);
    }

    @Test
    void writesNothingWhereTheProgramLies() throws IOException, InterruptedException {
        var before = Files.getLastModifiedTime(target);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThat(liptako("--version")).isEqualTo(new Ended(ExitCode.DONE, VERSION, ""));
        assertThat(Files.getLastModifiedTime(target)).isEqualTo(before);
    }

    @Test
    void preparesOnceAndStartsOutOfThat() throws IOException, InterruptedException {
        var first = liptako("prepare");
        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.DONE);
        assertThat(first.out()).startsWith("Ready: " + cache).hasLineCount(1);
        try (var left = Files.list(target)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .filteredOn(name -> name.contains("aot"))
                    .containsExactly("liptako.aot");
        }
        // Java was told to take it or to fail.
        assertThat(liptako("prepare").out()).isEqualTo("Ready already: " + cache + "\n");
        refusesTheAbsentConfigurationAndSaysNothingElse();
    }

    private void refusesTheAbsentConfigurationAndSaysNothingElse() throws IOException, InterruptedException {
        var node = liptako("node", "--config", ABSENT);
        assertThat(node.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(node.out()).isEmpty();
        assertThat(node.err()).contains(ABSENT).hasLineCount(1);
    }

    private Ended liptako(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var out = directory.resolve("out");
        var err = directory.resolve("err");
        int code = builder.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Ended(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
