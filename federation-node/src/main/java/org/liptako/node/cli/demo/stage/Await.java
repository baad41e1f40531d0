package org.liptako.node.cli.demo.stage;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for something that another process does, by looking again and again. */
public final class Await {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Await() {}

    /** What is there once it is there; empty if it is not within the patience. */
    public static <T> Optional<T> until(Duration patience, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + patience.toNanos();
        for (var seen = look.get(); ; seen = look.get()) {
            if (seen.isPresent() || System.nanoTime() - end > 0) {
                return seen;
            }
            try {
                // What is waited for happens in other processes, which tell nobody when it is done.
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }
}
