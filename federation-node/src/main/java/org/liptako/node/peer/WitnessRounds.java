package org.liptako.node.peer;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.node.journal.witness.WitnessedLog;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Faults;
import org.liptako.node.wire.PeerFailure;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has each new checkpoint cosigned by the other States, one question to each at a time, from {@link #start()} until it is closed. */
public final class WitnessRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessRounds.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final List<Round> rounds;
    private final CountDownLatch stopped = new CountDownLatch(1);

    WitnessRounds(
            PeerDirectory directory,
            PeerChannels channels,
            WitnessedLog log,
            OwnCosignatures cosignatures,
            WitnessKeys keys) {
        this.rounds = directory.peers().stream()
                .map(PeerConfig::state)
                .map(peer -> new Round(peer, new WitnessClient(peer, channels, log, cosignatures, keys)))
                .toList();
    }

    /** Begins; the root calls this once the node itself answers. */
    public void start() {
        rounds.forEach(round -> Thread.ofVirtual().name("witness-round").start(round));
    }

    @Override
    public void close() {
        stopped.countDown();
    }

    /** One witness. */
    private final class Round implements Runnable {
        private final State witness;
        private final WitnessClient client;
        private final Backoff backoff = new Backoff();
        private @Nullable String lastWords;

        Round(State witness, WitnessClient client) {
            this.witness = witness;
            this.client = client;
        }

        @Override
        public void run() {
            try {
                Duration pause;
                do {
                    pause = look();
                } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private Duration look() {
            try {
                client.ask();
                backoff.reset();
                lastWords = null;
                return BETWEEN_LOOKS;
            } catch (StatusRuntimeException e) {
                told(PeerFailure.words(e));
            } catch (Failure e) {
                told(e.getMessage());
            } catch (RuntimeException e) {
                // A round that ends would leave the journal without this witness for good.
                Faults.warn(LOG, e, "{} could not be asked to witness this journal.", witness);
            }
            return backoff.next();
        }

        /** Once for each cause: it is asked again every few seconds. */
        private void told(@Nullable Object words) {
            String now = String.valueOf(words);
            if (stopped.getCount() > 0 && !now.equals(lastWords)) {
                lastWords = now;
                LOG.warn("{} does not witness this journal at present: {}", witness, now);
            }
        }
    }
}
