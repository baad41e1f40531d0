package org.liptako.policy.opa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/** An OPA that took all it knows from a bundle when it started. */
record BundledOpa(Process process, URI address) implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);

    static BundledOpa start(Path opa, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                opa.toString(), "run", "--server", "--addr=127.0.0.1:0", "--log-level=error", "--skip-version-check"));
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        long deadline = System.nanoTime() + START.toNanos();
        while (process.isAlive() && System.nanoTime() - deadline < 0) {
            OptionalInt port = ListeningPort.of(process.pid());
            if (port.isPresent() && answers(address(port.getAsInt()))) {
                return new BundledOpa(process, address(port.getAsInt()));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        process.destroyForcibly();
        throw new AssertionError(new String(process.getInputStream().readAllBytes(), UTF_8));
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static boolean answers(URI address) {
        try (OpaClient client = new OpaClient(() -> address, Optional.empty(), OpaLimits.STANDARD)) {
            return client.isHealthy();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
