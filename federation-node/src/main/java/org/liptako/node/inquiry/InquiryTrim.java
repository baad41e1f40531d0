package org.liptako.node.inquiry;

import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.InquiryConfig;
import org.liptako.node.wire.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps who asked what no longer than is configured: looks every day, and drops what is older. Its log tells nobody how much was asked. Thread-safe. */
@Singleton
@Bean(preDestroy = "close")
public final class InquiryTrim implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InquiryTrim.class);

    /** A node that has just started has more urgent work. */
    private static final Duration FIRST = Duration.ofMinutes(20);

    private static final Duration EVERY = Duration.ofDays(1);

    private final TrimStore store;
    private final Clock clock;
    private final Duration keptFor;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("inquiry-trim").daemon().factory());

    InquiryTrim(Jdbi jdbi, Clock clock, InquiryConfig config) {
        this.store = new TrimStore(jdbi);
        this.clock = clock;
        this.keptFor = config.keptFor();
    }

    /** Looks in a while, and every day. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    public void start() {
        clockwork.scheduleWithFixedDelay(this::look, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }

    private void look() {
        try {
            trim();
        } catch (RuntimeException e) {
            Faults.warn(LOG, e, "Old questions were not dropped; this is tried again in {}.", EVERY);
        }
    }

    /** Drops what is older than it is to be kept, and gives how much that was. */
    long trim() {
        long dropped = store.trim(clock.instant(), keptFor);
        if (dropped > 0) {
            LOG.info(
                    "Questions that were asked more than {} days ago are kept no longer; ask-audit says so.",
                    keptFor.toDays());
        }
        return dropped;
    }
}
