package org.liptako.node.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.pki.issuing.Token;

/** A fresh token of SoftHSM2 in a directory; where there is no SoftHSM2 the test is skipped, except on CI. */
final class SoftHsm {
    private static final String PIN = "482913";

    private SoftHsm() {}

    /** A token, initialised. One for each process: the library reads its configuration once. */
    static Token newToken(Path directory) throws Exception {
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
        Path tokens = Files.createDirectories(directory.resolve("tokens"));
        Path configuration = directory.resolve("softhsm2.conf");
        Files.writeString(
                configuration,
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        setEnvironment("SOFTHSM2_CONF", configuration.toString());
        ProcessBuilder initialise = new ProcessBuilder(List.of(
                "softhsm2-util", "--init-token", "--free", "--label", "liptako", "--so-pin", "907351", "--pin", PIN));
        initialise.environment().put("SOFTHSM2_CONF", configuration.toString());
        int exit = initialise
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("softhsm2-util.txt").toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(Files.readString(directory.resolve("softhsm2-util.txt")));
        }
        return new Token(library.orElseThrow(), 0);
    }

    /** The token's PIN. */
    static String pin() {
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
