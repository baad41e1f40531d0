package org.liptako.node.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether the server of a data directory still runs, and has it started again when it does not, until it does. */
final class PostmasterWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostmasterWatch.class);

    /** The server is not this process's child, so nothing tells of its end. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private static final Duration TO_END = Duration.ofSeconds(90);

    private final Path data;
    private final Revival revival;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("postgres-watch").daemon().factory());

    /** Starts the server again. */
    @FunctionalInterface
    interface Revival {
        void startAgain() throws IOException;
    }

    PostmasterWatch(Path data, Revival revival) {
        this.data = data;
        this.revival = revival;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    void start() {
        looks.scheduleWithFixedDelay(
                this::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks no more; a start that runs is waited for, so that the caller knows what it has to stop. */
    @Override
    public void close() {
        looks.shutdown();
        try {
            if (!looks.awaitTermination(TO_END.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The PostgreSQL server on {} is still being started.", data);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (Postmaster.running(data).isEmpty()) {
                LOG.error("The PostgreSQL server on {} has died; it is started again.", data);
                revival.startAgain();
                LOG.info("The PostgreSQL server on {} runs again.", data);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("The PostgreSQL server on {} does not start; it is tried again.", data, e);
        }
    }
}
