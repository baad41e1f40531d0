package org.liptako.node.rulebook;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liptako.node.journal.Journal;
import org.liptako.node.peer.PeerChannels;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes editions from node to node: asks a peer within a second of news in its journal, and each peer at intervals. So every node holds all States' rules, to
 * preview and to recompute by, and an edition of the AES's rules that one State publishes reaches the others.
 */
public final class EditionExchange implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EditionExchange.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final List<State> peers;
    private final PeerChannels channels;
    private final EditionClient client;
    private final Set<State> heard = ConcurrentHashMap.newKeySet();
    private final Runnable deaf;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("edition-exchange").factory());

    EditionExchange(List<State> peers, PeerChannels channels, EditionDesk desk, Journal journal) {
        this.peers = List.copyOf(peers);
        this.channels = channels;
        this.client = new EditionClient(desk);
        this.deaf = journal.onCommitted(heard::add);
    }

    /** Begins; the root calls this once the node itself answers. */
    @SuppressWarnings("FutureReturnValueIgnored") // A question catches what it throws.
    public void start() {
        clockwork.scheduleWithFixedDelay(() -> heard.addAll(peers), 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        clockwork.scheduleWithFixedDelay(this::ask, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask() {
        peers.stream().filter(heard::remove).forEach(this::ask);
    }

    private void ask(State peer) {
        try {
            client.fetch(peer, channels.channel(peer));
        } catch (StatusRuntimeException | Failure away) {
            LOG.debug("{} does not answer about rules.", peer, away);
        } catch (RuntimeException failed) {
            // The next round must come, whatever became of this one.
            LOG.error("Editions could not be fetched from {}.", peer, failed);
        }
    }

    @Override
    public void close() {
        deaf.run();
        clockwork.shutdownNow();
    }
}
