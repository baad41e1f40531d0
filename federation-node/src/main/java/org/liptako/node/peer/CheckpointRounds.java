package org.liptako.node.peer;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.journal.witness.ShownCheckpoints;
import org.liptako.node.journal.witness.ShownCheckpoints.Agrees;
import org.liptako.node.journal.witness.ShownCheckpoints.Ahead;
import org.liptako.node.journal.witness.ShownCheckpoints.Contradicts;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Faults;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.SignedNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the checkpoints of each journal that is followed, as its own State shows them and as the other one has cosigned them, from {@link #start()} until it is closed: a State that shows one reader
 * another journal than the rest shows itself to that reader.
 */
public final class CheckpointRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointRounds.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final List<Look> looks;
    private final ShownCheckpoints shown;
    private final CountDownLatch stopped = new CountDownLatch(1);

    CheckpointRounds(PeerDirectory directory, PeerChannels channels, ShownCheckpoints shown) {
        this.shown = shown;
        List<State> peers = directory.peers().stream().map(PeerConfig::state).toList();
        this.looks = peers.stream()
                .flatMap(state ->
                        peers.stream().map(showing -> new Look(new CheckpointClient(state, showing, channels))))
                .toList();
    }

    /** Begins; the root calls this once the node itself answers. */
    public void start() {
        looks.forEach(look -> Thread.ofVirtual().name("checkpoint-round").start(look));
    }

    /** Looks once at every journal as everyone shows it. */
    void look() {
        looks.forEach(Look::look);
    }

    @Override
    public void close() {
        stopped.countDown();
    }

    /** One journal as one State's node shows it. */
    private final class Look implements Runnable {
        private final CheckpointClient client;
        /** What was compared last, so that it is not compared again. */
        private @Nullable String judged;
        /** What covers more than was read; it is compared once as much is. */
        private @Nullable SignedNote ahead;

        Look(CheckpointClient client) {
            this.client = client;
        }

        @Override
        public void run() {
            try {
                do {
                    look();
                } while (!stopped.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void look() {
            try {
                SignedNote waiting = ahead;
                if (waiting != null && isJudged(waiting)) {
                    ahead = null;
                }
                SignedNote note = client.checkpoint();
                if (!note.text().equals(judged) && isJudged(note)) {
                    judged = note.text();
                }
            } catch (StatusRuntimeException | Failure | MalformedLogException e) {
                LOG.debug("{} shows no checkpoint of the journal of {}.", client.showing(), client.state(), e);
            } catch (RuntimeException e) {
                // A round that ends would leave a fork unseen for good.
                if (stopped.getCount() > 0) {
                    Faults.warn(
                            LOG,
                            e,
                            "A checkpoint of the journal of {} could not be compared with what was read.",
                            client.state());
                }
            }
        }

        /** Whether as much was read as this checkpoint covers, so that there is nothing more to say of it. */
        private boolean isJudged(SignedNote note) {
            return switch (shown.compare(client.state(), note)) {
                case Agrees agrees -> true;
                case Contradicts found -> {
                    shown.raise(found, client.showing(), difference(found));
                    yield true;
                }
                case Ahead further -> {
                    if (ahead == null) {
                        ahead = note;
                        grown(further);
                    }
                    yield false;
                }
            };
        }

        /** A proof that proves nothing is no evidence, and no alarm: the checkpoint itself is evidence, once as many entries were read. */
        private void grown(Ahead further) {
            long size = further.checkpoint().size();
            if (!further.isShownBy(client.growth(further.read(), size))) {
                LOG.warn(
                        "{} does not show that the journal of {} grew from the {} entries read here to {}; it is compared once they are read.",
                        client.showing(),
                        client.state(),
                        further.read(),
                        size);
            }
        }

        private OptionalLong difference(Contradicts found) {
            try {
                return shown.difference(found, client);
            } catch (StatusRuntimeException | Failure | MalformedLogException e) {
                LOG.warn("{} does not show which entry differs.", client.showing(), e);
                return OptionalLong.empty();
            }
        }
    }
}
