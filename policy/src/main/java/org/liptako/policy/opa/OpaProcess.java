package org.liptako.policy.opa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.liptako.policy.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The OPA that a node starts for itself, on a loopback port that the system chooses. Other users of the machine may neither read nor change its
 * rules: each request needs a token that only this object has. It dies with the node, also if the node is killed, and is started again if it
 * dies alone, empty, on another port.
 */
public final class OpaProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpaProcess.class);
    private static final Duration START = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration GLANCE = Duration.ofMillis(10);

    /** Questions make garbage by the megabyte: collected less often, it costs less CPU; the limit is for sets of many rules. An operator's own settings stand. */
    private static final Map<String, String> GARBAGE = Map.of("GOGC", "400", "GOMEMLIMIT", "1GiB");

    /** Becomes OPA, and leaves a watcher that kills it when the input ends: when the node closes it, or is no more. */
    private static final String KEEPER =
            "exec 3<&0; (read -r _ <&3; kill -9 $$) >/dev/null 2>&1 & exec \"$@\" 3<&- </dev/null";

    private final Path binary;
    private final Path folder;
    private final String token;
    private volatile boolean closed;
    private volatile Running running;

    private record Running(Process opa, URI address) {}

    private OpaProcess(Path binary) {
        this.binary = binary;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.token = HexFormat.of().formatHex(secret);
        this.folder = guard(token);
        this.running = launch();
        watch(running);
    }

    /**
     * Starts OPA and waits until it answers.
     *
     * @throws OpaException if it does not within 15 s
     */
    public static OpaProcess start(Path binary) {
        return new OpaProcess(binary);
    }

    /** A client that follows this OPA when it is started again. */
    public OpaClient client(OpaLimits limits) {
        return new OpaClient(this::address, Optional.of(token), limits);
    }

    /** Where OPA listens now. */
    public URI address() {
        return running.address();
    }

    /** The process of OPA itself. */
    ProcessHandle handle() {
        return running.opa().toHandle();
    }

    @Override
    public void close() {
        closed = true;
        stop(running.opa());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            LOG.debug("{} is left to the system", folder, left);
        }
    }

    private Running launch() {
        int port = ListeningPort.isKnowable() ? 0 : freePort();
        Process opa = spawn(port);
        Thread.startVirtualThread(() -> opa.inputReader(UTF_8).lines().forEach(line -> LOG.warn("opa: {}", line)));
        long deadline = System.nanoTime() + START.toNanos();
        while (opa.isAlive() && System.nanoTime() < deadline) {
            OptionalInt listening = port == 0 ? ListeningPort.of(opa.pid()) : OptionalInt.of(port);
            if (listening.isPresent()) {
                URI address = URI.create("http://127.0.0.1:" + listening.getAsInt());
                if (isHealthy(address)) {
                    return new Running(opa, address);
                }
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        stop(opa);
        throw new OpaException(
                "opa de " + binary + " n'a pas répondu en " + START.toSeconds()
                        + " s ; voyez ses lignes dans le journal d'exécution, ou lancez-le à la main.",
                "opa from " + binary + " did not answer within " + START.toSeconds()
                        + " s; see its lines in the log, or run it by hand.");
    }

    private boolean isHealthy(URI address) {
        try (OpaClient client = new OpaClient(() -> address, Optional.of(token), OpaLimits.STANDARD)) {
            return client.isHealthy();
        }
    }

    private Process spawn(int port) {
        List<String> command = List.of(
                "/bin/sh",
                "-c",
                KEEPER,
                "liptako-opa",
                binary.toString(),
                "run",
                "--server",
                "--addr=127.0.0.1:" + port,
                "--authentication=token",
                "--authorization=basic",
                "--log-level=error",
                "--skip-version-check",
                "--optimize-store-for-read-speed",
                folder.resolve("authz.rego").toString());
        ProcessBuilder opa = new ProcessBuilder(command).redirectErrorStream(true);
        GARBAGE.forEach(opa.environment()::putIfAbsent);
        try {
            return opa.start();
        } catch (IOException failure) {
            throw new OpaException(
                    "opa n'a pu être lancé : " + failure.getMessage() + ". Vérifiez ce fichier et ses droits.",
                    "opa could not be started: " + failure.getMessage() + ". Check this file and its permissions.",
                    failure);
        }
    }

    private void watch(Running watched) {
        Thread.startVirtualThread(() -> {
            watched.opa().onExit().join();
            stop(watched.opa());
            revive();
        });
    }

    private void revive() {
        while (!closed) {
            LOG.warn("opa ended; starting it again");
            LockSupport.parkNanos(PAUSE.toNanos());
            try {
                running = launch();
                watch(running);
                return;
            } catch (OpaException failure) {
                LOG.error("opa could not be started again: {}", failure.getMessage());
            }
        }
    }

    /** Closing its input ends the watcher too, at once, before the process id can be another's. */
    private static void stop(Process opa) {
        opa.destroyForcibly();
        try {
            opa.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            LOG.debug("opa's input was closed before", alreadyClosed);
        }
    }

    /** Only the token's digest is written down: who reads the file cannot ask. */
    private static Path guard(String token) {
        try {
            Path folder = Files.createTempDirectory(
                    "liptako-opa", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(folder.resolve("authz.rego"), """
                    package system.authz

                    default allow := false

                    allow if crypto.sha256(input.identity) == "%s"
                    """.formatted(Sha256.hex(token)));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
