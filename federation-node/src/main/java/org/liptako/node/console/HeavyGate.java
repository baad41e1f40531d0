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

    /** No page takes that long. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    /** Of a file, so long without a byte taken: who has ceased to read holds no room that others wait for. */
    static final Duration UNREAD = Duration.ofSeconds(30);

    private final Clock clock;
    private final List<Pass> open = new ArrayList<>();

    HeavyGate(Clock clock) {
        this.clock = clock;
    }

    /** Room for one page, until it is given back; giving it back again does nothing. */
    final class Pass implements AutoCloseable {
        private final String person;
        private final Duration patience;
        private Instant ends;

        private Pass(String person, Duration patience) {
            this.person = person;
            this.patience = patience;
            this.ends = clock.instant().plus(patience);
        }

        /**
         * Holds the room for as long again, or takes it once more if it was lost.
         *
         * @throws BusyException if it was lost and others have all there is
         */
        void goesOn() {
            synchronized (HeavyGate.this) {
                sweep();
                if (!open.contains(this)) {
                    mustHaveRoom(person);
                    open.add(this);
                }
                ends = clock.instant().plus(patience);
            }
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
        Pass room = enter(reader, LONGEST);
        try {
            return making.get();
        } finally {
            room.close();
        }
    }

    /**
     * Room for a file that is sent after the call, as it is read: lost when nobody has read of it for a while.
     *
     * @throws BusyException if there is none
     */
    Pass enter(Caller reader) {
        return enter(reader, UNREAD);
    }

    private synchronized Pass enter(Caller reader, Duration patience) {
        String person = reader.party().toString();
        sweep();
        mustHaveRoom(person);
        Pass pass = new Pass(person, patience);
        open.add(pass);
        return pass;
    }

    private void sweep() {
        Instant now = clock.instant();
        open.removeIf(pass -> !now.isBefore(pass.ends));
    }

    private void mustHaveRoom(String person) {
        if (open.stream().filter(pass -> pass.person.equals(person)).count() >= MOST_OF_ONE) {
            throw BusyException.ofReader();
        }
        if (open.size() >= MOST) {
            throw BusyException.ofNode();
        }
    }
}
