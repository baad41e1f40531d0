package org.liptako.node.peer;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.identity.NodeTrust;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the trust state from node to node: asks each peer at intervals, and tells all at once when this node has a newer
 * one. So a revocation that reaches one node reaches all, and a node that was away takes what it missed from whichever
 * peer answers first.
 */
public final class TrustGossip implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrustGossip.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final List<State> peers;
    private final PeerChannels channels;
    private final TrustClient client;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("trust-gossip").factory());
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();

    TrustGossip(PeerDirectory directory, PeerChannels channels, NodeTrust trust) {
        this.peers = directory.peers().stream().map(PeerConfig::state).toList();
        this.channels = channels;
        this.client = new TrustClient(trust);
    }

    /** Begins; the root calls this once the node itself answers. */
    @SuppressWarnings("FutureReturnValueIgnored") // A question catches what it throws.
    public void start() {
        clockwork.scheduleWithFixedDelay(this::ask, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Tells every peer what it may have missed, without waiting for any. */
    @SuppressWarnings("FutureReturnValueIgnored") // An exchange catches what it throws.
    void passOn() {
        if (!exchanges.isShutdown()) {
            peers.forEach(peer ->
                    exchanges.submit(() -> exchange(peer, () -> client.offer(channels.trustChannel(peer)))));
        }
    }

    /** Asks every peer at once, and takes what they have; none that is slow keeps the others waiting. */
    void ask() {
        List<Callable<Boolean>> questions = peers.stream()
                .<Callable<Boolean>>map(peer -> () -> exchange(peer, () -> client.fetch(channels.trustChannel(peer))))
                .toList();
        try {
            exchanges.invokeAll(questions, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException closed) {
            LOG.debug("The node stops.", closed);
        }
    }

    private static boolean exchange(State peer, Runnable exchange) {
        try {
            exchange.run();
            return true;
        } catch (StatusRuntimeException away) {
            LOG.debug("{} does not answer about trust.", peer, away);
        } catch (RuntimeException failed) {
            // The next round must come, whatever became of this one.
            LOG.error("Trust could not be exchanged with {}.", peer, failed);
        }
        return false;
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
        exchanges.shutdownNow();
    }
}
