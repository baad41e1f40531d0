package org.liptako.node.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.StateDistrust;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.CustodyCause;
import org.liptako.node.journal.event.CustodyDisputed;
import org.liptako.node.journal.event.CustodyRestored;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.wire.Faults;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.pki.trust.BelievedTrust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Journals, once each, that a State's custody of copies is disputed because no CA of it is believed any more, and that it no longer is.
 *
 * <p>Looks whenever what is trusted changes, at start, and from time to time: what was missed while the database was away is said then. What the trust state
 * says is said once for all of a State's nodes, by the one that holds the newest; what a node's own list says, by that node alone.
 */
public final class CustodyWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CustodyWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final Jdbi jdbi;
    private final Journal journal;
    private final NodeTrust trust;
    private final NodeIdentity identity;
    private final StatementStore statements = new StatementStore();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("custody").factory());

    /** Whose word on which State: disputes with one key follow each other. */
    private record Key(
            State state, CustodyCause cause, @Nullable String node) {}

    public CustodyWatch(Jdbi jdbi, Journal journal, NodeTrust trust, NodeIdentity identity) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.trust = trust;
        this.identity = identity;
    }

    /** Begins; the root calls this once the node answers. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look catches what it throws.
    public void start() {
        clockwork.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        identity.trust().epoch().onAdvance(() -> {
            // Connections are judged in the thread of the change and must not wait for the database.
            if (!clockwork.isShutdown()) {
                clockwork.execute(this::look);
            }
        });
    }

    private void look() {
        try {
            say();
        } catch (RuntimeException e) {
            Faults.warn(
                    LOG, e, "Whose custody is disputed cannot be journaled; it is tried again in {}.", BETWEEN_LOOKS);
        }
    }

    /** Journals what has changed since it was last said. */
    void say() {
        BelievedTrust believed = trust.believed();
        if (!jdbi.withHandle(handle -> unsaid(handle, believed)).isEmpty()) {
            journal.appendUnsaid(handle -> {
                List<JournalEvent> events = unsaid(handle, believed);
                events.forEach(CustodyWatch::log);
                return events;
            });
        }
    }

    private List<JournalEvent> unsaid(Handle handle, BelievedTrust believed) {
        long number = believed.newest().map(held -> held.state().number()).orElse(0L);
        Map<Key, CustodyState> said = said(handle);
        Map<Key, StateDistrust> distrusted = distrusted(believed);
        Instant at = journal.now();
        List<JournalEvent> events = new ArrayList<>();
        distrusted.forEach((key, distrust) -> {
            CustodyState last = said.get(key);
            if (last == null || (!last.disputed() && maySay(key, last, number))) {
                events.add(new CustodyDisputed(at, key.state(), key.cause(), number, key.node(), distrust.words()));
            }
        });
        said.forEach((key, last) -> {
            if (last.disputed() && !distrusted.containsKey(key) && maySay(key, last, number)) {
                Sentence words = restored(key.state(), number);
                events.add(new CustodyRestored(at, key.state(), key.cause(), number, key.node(), words));
            }
        });
        return events;
    }

    /** A node that holds an older trust state than the one that was spoken of has nothing to say on it, nor on another node's list. */
    private boolean maySay(Key key, CustodyState last, long number) {
        return switch (key.cause()) {
            case TRUST_STATE -> number >= last.trustState();
            case OWN_LIST -> identity.name().equals(key.node());
        };
    }

    private Map<Key, StateDistrust> distrusted(BelievedTrust believed) {
        Map<Key, StateDistrust> distrusted = new LinkedHashMap<>();
        for (StateDistrust distrust : StateDistrust.in(believed)) {
            String node = distrust.cause() == CustodyCause.OWN_LIST ? identity.name() : null;
            distrusted.put(new Key(distrust.state(), distrust.cause(), node), distrust);
        }
        return distrusted;
    }

    /** The last word of this State on each matter, whatever the clocks of its nodes said. */
    private Map<Key, CustodyState> said(Handle handle) {
        Map<Key, CustodyState> said = new LinkedHashMap<>();
        statements.all(handle, StatementKind.CUSTODY, CustodyState.class, Timeline.LAST, Timeline.LAST).stream()
                .filter(stated -> stated.source().saidBy() == journal.state())
                .map(Stated::value)
                .forEach(last -> said.put(new Key(last.state(), last.cause(), last.node()), last));
        return said;
    }

    private static Sentence restored(State state, long number) {
        return new Sentence(
                "règle de confiance : une autorité de certification de l'État " + state.french()
                        + " est de nouveau reconnue (état de confiance n° " + number + ")",
                "trust rule: a certification authority of " + state.english() + " is believed again (trust state "
                        + number + ")");
    }

    private static void log(JournalEvent event) {
        if (event instanceof CustodyDisputed disputed) {
            LOG.warn("Custody of the copies in {} is disputed: {}", disputed.state(), disputed.words());
        } else if (event instanceof CustodyRestored restored) {
            LOG.warn("Custody of the copies in {} is disputed no longer: {}", restored.state(), restored.words());
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
