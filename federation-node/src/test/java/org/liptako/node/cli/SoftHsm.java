package org.liptako.node.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.issuing.Token;

/**
 * Fresh tokens of SoftHSM2; where there is no SoftHSM2 the test is skipped, except on CI. A process is logged in to a token once and for all, and the library
 * reads its configuration once: so all the tokens that a process will ask for are made at first, and nobody gets another's.
 */
public final class SoftHsm {
    private static final String PIN = "482913";
    private static final int TOKENS = 16;

    private static @Nullable Path tokens;
    private static int given;

    private SoftHsm() {}

    /** A token, initialised, in which there is nothing. */
    public static synchronized Token newToken() throws Exception {
        Optional<Path> library = Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib64/pkcs11/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
        assumeTrue(
                "true".equals(System.getenv("CI")) || library.isPresent(),
                "SoftHSM2 is not installed (Debian: softhsm2): keys in a PKCS#11 token are not tried");
        if (tokens == null) {
            tokens = makeTokens();
        }
        if (given == TOKENS) {
            throw new IllegalStateException("More than " + TOKENS + " tokens in a process: make more.");
        }
        return new Token(library.orElseThrow(), given++);
    }

    /** Where the tokens lie, a directory each: to take one away. */
    public static synchronized Path directory() {
        return Objects.requireNonNull(tokens, "no token was asked for");
    }

    private static Path makeTokens() throws Exception {
        Path home = Files.createTempDirectory("softhsm");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(home)));
        Path configuration = home.resolve("softhsm2.conf");
        Path made = Files.createDirectories(home.resolve("tokens"));
        Files.writeString(
                configuration, "directories.tokendir = " + made + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        setEnvironment("SOFTHSM2_CONF", configuration.toString());
        for (int token = 0; token < TOKENS; token++) {
            initialise(configuration);
        }
        return made;
    }

    private static void initialise(Path configuration) throws Exception {
        Path said = configuration.resolveSibling("softhsm2-util.txt");
        ProcessBuilder initialise = new ProcessBuilder(List.of(
                "softhsm2-util", "--init-token", "--free", "--label", "liptako", "--so-pin", "907351", "--pin", PIN));
        initialise.environment().put("SOFTHSM2_CONF", configuration.toString());
        int exit = initialise
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(Files.readString(said));
        }
    }

    private static void remove(Path home) {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The token's PIN. */
    public static String pin() {
        return PIN;
    }

    /** The library asks the C environment of this process, which Java cannot set by itself. */
    @SuppressWarnings("restricted") // setenv(3) is called with two strings of this class's own.
    private static void setEnvironment(String name, String value) throws IOException {
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        int failed;
        try (Arena arena = Arena.ofConfined()) {
            failed = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
        } catch (Throwable e) {
            throw new IOException("setenv cannot be called", e);
        }
        if (failed != 0) {
            throw new IOException("setenv refused " + name);
        }
    }
}
