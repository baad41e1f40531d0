package org.liptako.node.operations.publishing;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.bucket.BucketClient;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes this State's journal again and again, wherever it is configured to, from {@link #start()} until it is closed. What fails in one place holds up no other, and nothing else. */
public final class JournalPublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalPublisher.class);
    /** Whoever wants it fresher asks the node. */
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final List<Place> places;
    private final List<BucketClient> buckets;
    private final ScheduledExecutorService clockwork;

    JournalPublisher(List<JournalPublication> publications, List<BucketClient> buckets) {
        this.places = publications.stream().map(Place::new).toList();
        this.buckets = List.copyOf(buckets);
        this.clockwork = Executors.newScheduledThreadPool(
                Math.max(1, publications.size()),
                Thread.ofPlatform().daemon().name("journal-publication").factory());
    }

    /** Begins; the root calls this once the journal's tree grows. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    public void start() {
        places.forEach(place -> clockwork.scheduleWithFixedDelay(place, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
        buckets.forEach(BucketClient::close);
    }

    /** One place, and what was said of it last. */
    private final class Place implements Runnable {
        private final JournalPublication publication;
        private @Nullable String lastWords;

        Place(JournalPublication publication) {
            this.publication = publication;
        }

        @Override
        public void run() {
            try {
                publication.publish();
                lastWords = null;
            } catch (IOException | Failure e) {
                told(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                if (!clockwork.isShutdown()) {
                    Faults.warn(
                            LOG,
                            e,
                            "The journal was not published in {}; it is tried again in {}.",
                            publication.place(),
                            BETWEEN);
                }
            }
        }

        /** Once for each cause. */
        private void told(String words) {
            if (!clockwork.isShutdown() && !words.equals(lastWords)) {
                lastWords = words;
                LOG.error("The journal is not published in {}: {}", publication.place(), words);
            }
        }
    }
}
