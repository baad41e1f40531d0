package org.liptako.node.identity;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.IssuingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the node's credential from its files whenever they change, so that whoever renews it (this node, or the State's
 * own tools) only has to replace two files.
 *
 * <p>A pair that does not fit, or is not this node's, is left alone: the one before stays, and the log says why. The
 * metrics {@code liptako.tls.certificate.seconds} and {@code …days} are what remains of the one in use.
 */
public final class CredentialWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialWatch.class);
    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final NodeIdentity identity;
    private final CredentialFiles files;
    private final Clock clock;
    private final ScheduledExecutorService clockwork;
    private List<FileTime> taken;
    private @Nullable ScheduledFuture<?> watching;

    CredentialWatch(
            NodeIdentity identity,
            CredentialFiles files,
            Clock clock,
            MeterRegistry metrics,
            ScheduledExecutorService clockwork) {
        this.identity = identity;
        this.files = files;
        this.clock = clock;
        this.clockwork = clockwork;
        this.taken = times();
        metrics.gauge("liptako.tls.certificate.seconds", this, CredentialWatch::secondsLeft);
        metrics.gauge("liptako.tls.certificate.days", this, watch -> watch.secondsLeft() / SECONDS_A_DAY);
    }

    /** Begins to watch; the root calls this once the node answers. */
    public void start() {
        watching = clockwork.scheduleWithFixedDelay(
                this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks once, and takes what has changed. */
    public synchronized void look() {
        List<FileTime> seen = times();
        if (seen.isEmpty() || seen.equals(taken)) {
            return;
        }
        taken = seen;
        try {
            identity.renewFrom(files, clock);
            LOG.info(
                    "The node's certificate was renewed; it ends at {}.",
                    identity.credential().certificate().getNotAfter().toInstant());
        } catch (IssuingException | IllegalStateException refused) {
            // The two files do not change in one step: what does not fit now may fit at the next look.
            LOG.warn("The node's files were changed and are not taken: {}", refused.getMessage());
        }
    }

    private List<FileTime> times() {
        try {
            return List.of(Files.getLastModifiedTime(files.certificate()), Files.getLastModifiedTime(files.key()));
        } catch (IOException between) {
            LOG.debug("The node's files are being replaced.", between);
            return List.of();
        }
    }

    private double secondsLeft() {
        return Duration.between(
                        clock.instant(),
                        identity.credential().certificate().getNotAfter().toInstant())
                .toSeconds();
    }

    @Override
    public void close() {
        ScheduledFuture<?> running = watching;
        if (running != null) {
            running.cancel(false);
        }
    }
}
