package org.liptako.node.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.JournalStore.Tip;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.evidence.HashChain;

/** Takes entries of this State's own journal back that its database has lost and others have kept. Thread-safe. */
public final class ReturnedEntries {
    private final Jdbi jdbi;
    private final Journal journal;
    private final Clock clock;
    private final List<JournalProjection> projections;
    private final JournalStore store = new JournalStore();

    public ReturnedEntries(Jdbi jdbi, Journal journal, Clock clock, List<JournalProjection> projections) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.clock = clock;
        this.projections = List.copyOf(projections);
    }

    /** What came of it. */
    public sealed interface Outcome {}

    /** They are here. */
    public record Taken(long entries, long withoutPayload) implements Outcome {}

    /** They do not lead from what is here to what was signed; nothing was written. */
    public record Unfit(long index) implements Outcome {}

    /** The chain as it was after so many entries; empty if it never had as many. */
    public Optional<HashChain> chainAt(long size) {
        return jdbi.withHandle(handle -> store.chainAt(handle, journal.state(), size));
    }

    /**
     * Takes back all from the end of what is here to what was signed; all or nothing.
     *
     * @param pages gives entries from an index on, as many as it likes, at least one
     */
    public Outcome take(HashChain signed, LongFunction<List<JournalEntry>> pages) {
        try {
            return jdbi.inTransaction(handle -> take(handle, signed, pages));
        } catch (UnfitException e) {
            return new Unfit(e.index);
        }
    }

    private Outcome take(Handle handle, HashChain signed, LongFunction<List<JournalEntry>> pages) {
        Tip tip = store.lock(handle, journal.state());
        HashChain chain = tip.chain();
        Instant recordedAt = tip.next(clock.instant());
        long unopened = 0;
        while (chain.length() < signed.length()) {
            List<JournalEntry> page = pages.apply(chain.length());
            if (page.isEmpty()) {
                throw new UnfitException(chain.length());
            }
            for (JournalEntry entry : page) {
                if (entry.index() != chain.length() || !entry.isCoherent()) {
                    throw new UnfitException(chain.length());
                }
                if (chain.length() == signed.length()) {
                    break;
                }
                chain = chain.append(entry.commitment());
                store.insert(handle, journal.state(), entry, chain, recordedAt);
                Optional<JournalEvent> event = entry.opened().flatMap(opening -> JournalJson.event(opening.payload()));
                for (JournalProjection projection : projections) {
                    event.ifPresent(said -> projection.apply(handle, journal.state(), entry.index(), said, recordedAt));
                }
                if (entry.opened().isEmpty()) {
                    unopened++;
                }
            }
        }
        if (!chain.equals(signed)) {
            throw new UnfitException(tip.chain().length());
        }
        store.advance(handle, journal.state(), new Tip(chain, recordedAt));
        handle.afterCommit(() -> journal.signal().fire(journal.state()));
        return new Taken(chain.length() - tip.chain().length(), unopened);
    }

    /** Says in the journal itself what could not be taken back, also while it is held; all of it or nothing. */
    public void declare(List<JournalEvent> losses) {
        jdbi.useTransaction(handle -> losses.forEach(loss -> journal.write(handle, loss)));
    }

    /**
     * The same, after just so many entries.
     *
     * @return false if another process of this State has written meanwhile: nothing is said then
     */
    public boolean declareAt(long size, List<JournalEvent> losses) {
        return jdbi.inTransaction(handle -> {
            if (store.lock(handle, journal.state()).chain().length() != size) {
                return false;
            }
            losses.forEach(loss -> journal.write(handle, loss));
            return true;
        });
    }

    /** Rolls the transaction back. */
    private static final class UnfitException extends RuntimeException {
        private final long index;

        private UnfitException(long index) {
            super("entry " + index);
            this.index = index;
        }
    }
}
