package org.liptako.node.replay;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.RequestId;

/** The decisions in this State's own journal. Thread-safe. */
final class DecisionArchive {
    /** PostgreSQL's timestamps end long after any rule does; {@link Instant#MAX} is beyond them. */
    static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private static final int BATCH = 64;

    private final Jdbi jdbi;
    private final Journal journal;
    private final DecisionIndex index;

    DecisionArchive(Jdbi jdbi, Journal journal, DecisionIndex index) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.index = index;
    }

    List<JournalEntry> of(RequestId request) {
        return entries(jdbi.withHandle(handle -> index.of(handle, journal.state(), request)));
    }

    List<JournalEntry> of(GrantSerial serial) {
        return entries(jdbi.withHandle(handle -> index.of(handle, journal.state(), serial)));
    }

    /** Read as they are asked for: however many there are, few are held. */
    Iterator<JournalEntry> between(Instant since, Instant until) {
        return new Period(since, until);
    }

    private List<JournalEntry> entries(List<Long> indexes) {
        return indexes.stream().flatMap(at -> journal.read(at, 1).stream()).toList();
    }

    private final class Period implements Iterator<JournalEntry> {
        private final Instant since;
        private final Instant until;
        private final Deque<JournalEntry> read = new ArrayDeque<>();
        private long last = -1;

        Period(Instant since, Instant until) {
            this.since = since;
            this.until = until;
        }

        @Override
        public boolean hasNext() {
            if (read.isEmpty()) {
                read.addAll(entries(
                        jdbi.withHandle(handle -> index.between(handle, journal.state(), since, until, last, BATCH))));
            }
            return !read.isEmpty();
        }

        @Override
        public JournalEntry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            JournalEntry next = read.removeFirst();
            last = next.index();
            return next;
        }
    }
}
