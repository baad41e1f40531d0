package org.liptako.node.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liptako.pki.trust.PublishedTrust;
import org.liptako.pki.trust.TrustStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the own State's administrator changes in files: trust states and revocation lists that are published in a
 * directory, judged as if a peer had handed them over and passed on to the peers, and the State's own distrust list.
 */
public final class PublicationWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PublicationWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final NodeTrust trust;
    private final Optional<Path> directory;
    private final ScheduledExecutorService clockwork;
    private Map<Path, FileTime> taken = Map.of();
    private String lastTold = "";

    PublicationWatch(NodeTrust trust, Optional<Path> directory, ScheduledExecutorService clockwork) {
        this.trust = trust;
        this.directory = directory;
        this.clockwork = clockwork;
    }

    /** Takes what is there, and looks again at intervals; the root calls this before the node serves. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    public void start() {
        look();
        clockwork.scheduleWithFixedDelay(this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        directory.ifPresent(this::takePublished);
        takeDistrust();
    }

    private void takeDistrust() {
        try {
            trust.rereadDistrust();
            lastTold = "";
        } catch (TrustStoreException unreadable) {
            // Once: it is read again every two seconds.
            if (!String.valueOf(unreadable.getMessage()).equals(lastTold)) {
                lastTold = String.valueOf(unreadable.getMessage());
                LOG.error("The own distrust list stays as it was: {}", lastTold);
            }
        } catch (RuntimeException failed) {
            // The next look must come, whatever became of this one.
            LOG.error("The own distrust list could not be taken.", failed);
        }
    }

    private void takePublished(Path published) {
        try {
            Map<Path, FileTime> seen = times(published);
            if (!seen.equals(taken)) {
                PublishedTrust found = PublishedTrust.read(published);
                trust.take(found.states(), found.lists());
                taken = seen;
            }
        } catch (TrustStoreException | IOException unreadable) {
            LOG.warn("What the State publishes cannot be read: {}", unreadable.getMessage());
        } catch (RuntimeException failed) {
            // The next look must come, whatever became of this one.
            LOG.error("What the State publishes could not be taken.", failed);
        }
    }

    private static Map<Path, FileTime> times(Path published) throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        for (Path file : PublishedTrust.files(published)) {
            times.put(file, Files.getLastModifiedTime(file));
        }
        return times;
    }
}
