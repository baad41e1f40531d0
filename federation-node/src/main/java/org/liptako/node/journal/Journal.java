package org.liptako.node.journal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.JournalStore.Tip;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.evidence.HashChain;
import org.liptako.pki.evidence.Salt;
import org.liptako.pki.name.State;

/**
 * This State's own journal: append-only, and the only source of what binds.
 *
 * <p>An entry is committed before anyone is told of it. Thread-safe; several processes of one State may append, one at a time. Whoever appends in a longer
 * transaction appends last: the chain stays locked until the commit.
 */
public final class Journal {
    /** The most characters of a payload; a statement and its decision take a few thousand. */
    static final int LONGEST_PAYLOAD = 1 << 20;

    private final Jdbi jdbi;
    private final State own;
    private final Clock clock;
    private final List<JournalProjection> projections;
    private final CommitSignal signal = new CommitSignal();
    private final SecureRandom random = new SecureRandom();
    private final JournalStore store = new JournalStore();

    /** The journal of a State, read into these projections as it grows. */
    public Journal(Jdbi jdbi, State own, Clock clock, List<JournalProjection> projections) {
        this.jdbi = jdbi;
        this.own = own;
        this.clock = clock;
        this.projections = List.copyOf(projections);
    }

    /** The State whose journal this is. */
    public State state() {
        return own;
    }

    /** The instant at which an event that happens now is said to happen: the clock's, as precise as the journal keeps time. */
    public Instant now() {
        return Tip.precise(clock.instant());
    }

    /**
     * Appends in the caller's transaction: entry, projections and whatever else the caller writes are committed together or not at all.
     *
     * @return the entry's index
     */
    public long append(Handle handle, JournalEvent event) {
        String payload = JournalJson.write(event);
        if (payload.length() > LONGEST_PAYLOAD) {
            throw new IllegalArgumentException(
                    "A journal payload of " + payload.length() + " characters is longer than " + LONGEST_PAYLOAD + ".");
        }
        Opening opening = new Opening(Salt.draw(random), payload);
        Tip tip = store.lock(handle, own);
        JournalEntry entry = new JournalEntry(tip.chain().length(), opening.commitment(), opening);
        HashChain after = tip.chain().append(entry.commitment());
        Instant recordedAt = tip.next(clock.instant());
        store.insert(handle, own, entry, after, recordedAt);
        store.advance(handle, own, new Tip(after, recordedAt));
        for (JournalProjection projection : projections) {
            projection.apply(handle, own, entry.index(), event, recordedAt);
        }
        handle.afterCommit(() -> signal.fire(own));
        return entry.index();
    }

    /** Appends in a transaction of its own, and gives the index of the entry, already committed. */
    public long append(JournalEvent event) {
        return jdbi.inTransaction(handle -> append(handle, event));
    }

    /**
     * Appends what the caller finds unsaid, once nobody else may append: of two processes that notice the same thing, one says it.
     *
     * @param unsaid asked with the chain locked
     */
    public void appendUnsaid(Function<Handle, List<JournalEvent>> unsaid) {
        jdbi.useTransaction(handle -> {
            store.lock(handle, own);
            unsaid.apply(handle).forEach(event -> append(handle, event));
        });
    }

    CommitSignal signal() {
        return signal;
    }

    /** How many entries, and the digest that stands for them. */
    public HashChain chain() {
        return jdbi.withHandle(handle -> store.chain(handle, own));
    }

    /** At most so many entries, in order, from this index on. */
    public List<JournalEntry> read(long first, int most) {
        return jdbi.withHandle(handle -> store.read(handle, own, first, most));
    }

    /**
     * Tells of every State whose journal has new entries, own or a peer's, after they are committed. A hint: entries that another process committed give none,
     * so look from time to time as well. The listener must return quickly.
     *
     * @return what ends the listening
     */
    public Runnable onCommitted(Consumer<State> listener) {
        return signal.listen(listener);
    }
}
