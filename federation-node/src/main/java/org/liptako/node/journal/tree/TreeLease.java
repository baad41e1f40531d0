package org.liptako.node.journal.tree;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.liptako.pki.name.State;

/**
 * Which process of a State makes a tree grow and signs over it: one at a time, by a row of the database and its clock, so that it holds on engines without
 * advisory locks too. A process that was thought dead and wakes up has an old fencing number, and writes nothing.
 */
final class TreeLease {
    /** How long the others wait for a process that died; one that stops gives its lease back. */
    static final Duration TERM = Duration.ofSeconds(3);

    private final String holder = UUID.randomUUID().toString();

    /** Takes or prolongs the lease; empty while another process holds it. One that ends later than a term from now was taken before the clock was set back: it is over. */
    OptionalLong take(Handle handle, State state) {
        Optional<Long> fence = handle.createQuery("UPDATE journal_tree SET"
                        + " fence = CASE WHEN holder = :holder THEN fence ELSE fence + 1 END, holder = :holder,"
                        + " held_until = clock_timestamp() + :millis * interval '1 millisecond'"
                        + " WHERE state = :state"
                        + " AND (holder IS NULL OR holder = :holder OR held_until < clock_timestamp()"
                        + " OR held_until > clock_timestamp() + :millis * interval '1 millisecond') RETURNING fence")
                .bind("state", state.name())
                .bind("holder", holder)
                .bind("millis", TERM.toMillis())
                .mapTo(Long.class)
                .findOne();
        return fence.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** Holds the tree's row until the transaction ends, if the fencing number is still the last one given. */
    boolean holds(Handle handle, State state, long fence) {
        return handle.createQuery("SELECT 1 FROM journal_tree WHERE state = :state AND fence = :fence FOR UPDATE")
                .bind("state", state.name())
                .bind("fence", fence)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Gives back what this process holds, so that nobody waits for it. */
    void giveBack(Handle handle) {
        handle.createUpdate("UPDATE journal_tree SET holder = NULL WHERE holder = :holder")
                .bind("holder", holder)
                .execute();
    }
}
