package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.liptako.node.identity.Caller;

/**
 * Lets few of those pages be made at once that take a processor, or the database, for more than a moment: so many for one person, so many for all together. Nobody
 * is made to wait here, which would hold a thread: who finds no room is told to come back. Each process counts for itself. Thread-safe.
 */
@Singleton
final class HeavyGate {
    static final int MOST_OF_ONE = 2;
    static final int MOST = 6;

    /** No page takes that long, and a file that does is on a line that has room for another. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final Clock clock;
    private final List<Pass> open = new ArrayList<>();

    HeavyGate(Clock clock) {
        this.clock = clock;
    }

    /** Room for one page, until it is given back; giving it back again does nothing. */
    final class Pass implements AutoCloseable {
        private final String person;
        private final Instant ends;

        private Pass(String person, Instant ends) {
            this.person = person;
            this.ends = ends;
        }

        @Override
        public void close() {
            synchronized (HeavyGate.this) {
                open.remove(this);
            }
        }
    }

    /**
     * Has a page made that is whole when this returns.
     *
     * @throws BusyException if there is no room
     */
    <T> T pass(Caller reader, Supplier<T> making) {
        Pass room = enter(reader);
        try {
            return making.get();
        } finally {
            room.close();
        }
    }

    /**
     * Room for what goes on after the call, such as a file that is sent as it is read.
     *
     * @throws BusyException if there is none
     */
    synchronized Pass enter(Caller reader) {
        String person = reader.party().toString();
        Instant now = clock.instant();
        open.removeIf(pass -> !now.isBefore(pass.ends));
        if (open.stream().filter(pass -> pass.person.equals(person)).count() >= MOST_OF_ONE) {
            throw BusyException.ofReader();
        }
        if (open.size() >= MOST) {
            throw BusyException.ofNode();
        }
        Pass pass = new Pass(person, now.plus(LONGEST));
        open.add(pass);
        return pass;
    }
}
