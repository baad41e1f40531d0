package org.liptako.node.peer;

import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.journal.witness.OwnCosignatures;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.node.journal.witness.WitnessReach;
import org.liptako.node.journal.witness.WitnessedLog;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Faults;
import org.liptako.node.wire.PeerFailure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has each new checkpoint cosigned by the other States, one question to each at a time, from {@link #start()} until it is closed: four times a second, and at once for whoever waits for it.
 */
public final class WitnessRounds implements PeerReturn, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessRounds.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    /** However many wait for a witness that fails. */
    private static final Duration BETWEEN_FAILURES = Duration.ofMillis(500);

    private final List<Round> rounds;
    private final WitnessReach reach;
    private final Clock clock;
    private volatile boolean stopped;

    WitnessRounds(
            PeerDirectory directory,
            PeerChannels channels,
            WitnessedLog log,
            OwnCosignatures cosignatures,
            WitnessKeys keys,
            WitnessReach reach,
            Clock clock) {
        this.reach = reach;
        this.clock = clock;
        this.rounds = directory.peers().stream()
                .map(PeerConfig::state)
                .map(peer -> new Round(peer, new WitnessClient(peer, channels, log, cosignatures, keys)))
                .toList();
        reach.onUrged(() -> rounds.forEach(Round::urged));
    }

    /** Begins; the root calls this once the node itself answers. */
    public void start() {
        rounds.forEach(round -> Thread.ofVirtual().name("witness-round").start(round));
    }

    @Override
    public void answers(State state) {
        rounds.stream().filter(round -> round.witness == state).forEach(Round::wake);
    }

    @Override
    public void close() {
        stopped = true;
        rounds.forEach(Round::wake);
    }

    /** One witness. */
    private final class Round implements Runnable {
        private final State witness;
        private final WitnessClient client;
        private final Backoff backoff = new Backoff();
        private final Semaphore news = new Semaphore(0);
        private volatile long failed;
        private volatile boolean failing;
        private @Nullable String lastWords;

        Round(State witness, WitnessClient client) {
            this.witness = witness;
            this.client = client;
        }

        @Override
        public void run() {
            try {
                while (!stopped) {
                    Duration pause = look();
                    if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                        news.drainPermits();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void wake() {
            news.release();
        }

        /** Somebody waits. */
        private void urged() {
            if (!failing || System.nanoTime() - failed > BETWEEN_FAILURES.toNanos()) {
                wake();
            }
        }

        private Duration look() {
            try {
                client.ask();
                backoff.reset();
                failing = false;
                lastWords = null;
                reach.answers(witness);
                return BETWEEN_LOOKS;
            } catch (StatusRuntimeException e) {
                told(PeerFailure.words(e));
                compare(ErrorTrailer.codeOf(e));
            } catch (Failure e) {
                told(e.sentence());
                compare(Optional.of(e.code()));
            } catch (RuntimeException e) {
                // A round that ends would leave the journal without this witness for good.
                Faults.warn(LOG, e, "{} could not be asked to witness this journal.", witness);
                missing(new Sentence("panne ici, voir le journal technique", "a fault here, see the log"));
            }
            return backoff.next();
        }

        /** Whoever restores this journal finds out which of the two is wrong. */
        private void compare(Optional<ErrorCode> code) {
            if (code.equals(Optional.of(ErrorCode.JOURNAL_CONTRADICTS))) {
                reach.contradicts();
            }
        }

        private void missing(Sentence why) {
            failed = System.nanoTime();
            failing = true;
            reach.fails(witness, why, clock.instant());
        }

        /** Once for each cause: it is asked again every few seconds. */
        private void told(Sentence words) {
            missing(words);
            String now = words.toString();
            if (!stopped && !now.equals(lastWords)) {
                lastWords = now;
                LOG.warn("{} does not witness this journal at present: {}", witness, now);
            }
        }
    }
}
