package org.liptako.node.journal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.JournalStore.Chained;
import org.liptako.node.journal.JournalStore.Tip;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.pki.evidence.HashChain;
import org.liptako.pki.name.State;

/**
 * This State's own journal: append-only, and the only source of what binds.
 *
 * <p>An entry is committed before anyone is told of it. Thread-safe; several processes of one State may append, one at a time. Whoever appends in a longer
 * transaction appends last: the chain stays locked until the commit.
 */
public final class Journal {
    private final Jdbi jdbi;
    private final State own;
    private final Clock clock;
    private final List<JournalProjection> projections;
    private final CommitSignal signal = new CommitSignal();
    private final SecureRandom random = new SecureRandom();
    private final JournalStore store = new JournalStore();
    private final JournalHold hold = new JournalHold();
    private final GroupCommit group;
    /** The end that this process wrote last; another may have gone on from it. */
    private final AtomicReference<@Nullable Tip> written = new AtomicReference<>();

    /** The journal of a State, read into these projections as it grows. */
    public Journal(Jdbi jdbi, State own, Clock clock, List<JournalProjection> projections) {
        this.jdbi = jdbi;
        this.own = own;
        this.clock = clock;
        this.projections = List.copyOf(projections);
        this.group = new GroupCommit(jdbi, this::appendGroup);
    }

    /** The State whose journal this is. */
    public State state() {
        return own;
    }

    /** What holds this journal back while its database is older than what was signed of it. */
    public JournalHold hold() {
        return hold;
    }

    /** The instant at which an event that happens now is said to happen: the clock's, as precise as the journal keeps time. */
    public Instant now() {
        return Tip.precise(clock.instant());
    }

    /**
     * Appends in the caller's transaction: entry, projections and whatever else the caller writes are committed together or not at all.
     *
     * @return the entry's index
     * @throws org.liptako.node.wire.Failure NOT_READY while the journal is held
     */
    public long append(Handle handle, JournalEvent event) {
        return appendFree(handle, List.of(Draft.of(event, random)));
    }

    /** As {@link #append(Handle, JournalEvent)}, also while the journal is held. */
    void write(Handle handle, JournalEvent event) {
        write(handle, List.of(Draft.of(event, random)));
    }

    /**
     * Appends in a transaction of its own, or in one with what others append at this moment, and gives the index of the entry, already committed. Never to be
     * called from within a transaction.
     */
    public long append(JournalEvent event) {
        return append(List.of(event));
    }

    /** Appends these one right after the other, all or none, and gives the index of the first, already committed; as for one. */
    public long append(List<JournalEvent> events) {
        return group.append(
                events.stream().map(event -> Draft.of(event, random)).toList());
    }

    private long appendFree(Handle handle, List<Draft> drafts) {
        hold.mustBeFree();
        return write(handle, drafts);
    }

    /** Goes on from the end that this process wrote last, without asking for it first; where another has gone on from it, from the end that is there. */
    private long appendGroup(Handle handle, List<Draft> drafts) {
        hold.mustBeFree();
        Tip last = written.get();
        if (last != null) {
            Growth growth = Growth.of(last, drafts, clock.instant());
            if (store.extend(handle, own, last, growth.entries(), growth.tip())) {
                handle.afterCommit(() -> written.set(growth.tip()));
                return project(handle, drafts, growth);
            }
        }
        return write(handle, drafts);
    }

    private long write(Handle handle, List<Draft> drafts) {
        Growth growth = Growth.of(store.lock(handle, own), drafts, clock.instant());
        store.insert(handle, own, growth.entries(), growth.tip().recordedAt());
        store.advance(handle, own, growth.tip());
        handle.afterCommit(() -> written.set(growth.tip()));
        return project(handle, drafts, growth);
    }

    private long project(Handle handle, List<Draft> drafts, Growth growth) {
        for (int i = 0; i < drafts.size(); i++) {
            JournalEvent event = drafts.get(i).event();
            long index = growth.first() + i;
            projections.forEach(projection ->
                    projection.apply(handle, own, index, event, growth.tip().recordedAt()));
        }
        handle.afterCommit(() -> signal.fire(own));
        return growth.first();
    }

    /** Entries in their place at the end of a chain, and the end that they make. */
    private record Growth(long first, List<Chained> entries, Tip tip) {
        static Growth of(Tip before, List<Draft> drafts, Instant now) {
            HashChain chain = before.chain();
            List<Chained> entries = new ArrayList<>(drafts.size());
            for (Draft draft : drafts) {
                JournalEntry entry = draft.at(chain.length());
                chain = chain.append(entry.commitment());
                entries.add(new Chained(entry, chain));
            }
            return new Growth(before.chain().length(), entries, new Tip(chain, before.next(now)));
        }
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

    /** These entries, as far as there are any, in order. */
    public List<JournalEntry> read(List<Long> indices) {
        return indices.isEmpty() ? List.of() : jdbi.withHandle(handle -> store.read(handle, own, indices));
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
