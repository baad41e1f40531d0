package org.liptako.node.peer;

import io.grpc.StatusException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.peer.JournalClient.Advance;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Faults;
import org.liptako.node.wire.PeerFailure;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one State's journal for as long as the node runs: reads, has it verified, stored and projected, and begins
 * again where it stopped whenever the peer falls silent. That is how a node that was away catches up.
 */
final class JournalFollower implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFollower.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** What a request may name; of older ones than these the payload stays away. */
    private static final int MOST_UNOPENED = 20_000;

    /** A journal that contradicts what was read of it does not mend within seconds. */
    private static final Duration PAUSE_OF_DISTRUST = Duration.ofMinutes(1);

    private final State state;
    private final PeerChannels channels;
    private final PeerJournals journals;
    private final List<PeerReturn> waiting;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable JournalClient reading;
    private boolean answering;

    JournalFollower(State state, PeerChannels channels, PeerJournals journals, List<PeerReturn> waiting) {
        this.state = state;
        this.channels = channels;
        this.journals = journals;
        this.waiting = List.copyOf(waiting);
    }

    @Override
    public void run() {
        try {
            Duration pause;
            do {
                pause = follow();
            } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the following, from any thread. */
    void stop() {
        stopped.countDown();
        JournalClient client = reading;
        if (client != null) {
            client.close();
        }
    }

    /** Reads until the stream ends, and says how long to wait before the next attempt. */
    private Duration follow() throws InterruptedException {
        try {
            read();
        } catch (StatusException e) {
            // Not the status itself, which writes out the trace of its cause.
            silent(e.getStatus().getCode() + ", " + PeerFailure.words(e));
        } catch (TimeoutException e) {
            silent("nothing was heard for " + PATIENCE.toSeconds() + " s");
        } catch (Failure e) {
            silent(e.getMessage());
            return e.code() == ErrorCode.JOURNAL_CONTRADICTS ? PAUSE_OF_DISTRUST : backoff.next();
        } catch (RuntimeException e) {
            // Whatever it was (the database, say): a follower that ends would leave this State behind for good.
            Faults.error(LOG, e, "Following the journal of {} failed.", state);
            silent("see the error before");
        }
        return backoff.next();
    }

    private void read() throws StatusException, InterruptedException, TimeoutException {
        channels.retryNow(state);
        long first = journals.status(state).chain().length();
        List<Long> unopened = journals.unopened(state, MOST_UNOPENED);
        try (JournalClient client = new JournalClient(channels.channel(state), first, unopened, PATIENCE)) {
            reading = client;
            Advance advance = client.next();
            while (advance != null && stopped.getCount() > 0) {
                journals.follow(state, advance.from(), advance.entries(), advance.head());
                answers();
                advance = client.next();
            }
        } finally {
            reading = null;
        }
    }

    private void answers() {
        backoff.reset();
        if (!answering) {
            answering = true;
            LOG.info("The node of {} answers; its journal is known up to now.", state);
            waiting.forEach(this::tell);
        }
    }

    private void tell(PeerReturn one) {
        Thread.ofVirtual().name("return-of-" + state).start(() -> {
            try {
                one.answers(state);
            } catch (RuntimeException e) {
                Faults.error(LOG, e, "What waited for {} failed as it came back.", state);
            }
        });
    }

    private void silent(@Nullable String reason) {
        if (stopped.getCount() > 0) {
            journals.silent(state);
            if (answering) {
                LOG.warn("The node of {} is silent: {}", state, reason);
            }
            answering = false;
        }
    }
}
