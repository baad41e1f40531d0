package org.liptako.node.exchange.transfer;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which process of this State moves the bytes of a version, or ends its transfer: one at a time, by a row of the database and its clock. A process that is
 * started again goes on with what it had at once; the others wait for a term, or until it is given back. A process that stood still for a term asks the database before it believes again that it
 * has anything. Thread-safe.
 */
public final class TransferLease {
    private static final Logger LOG = LoggerFactory.getLogger(TransferLease.class);
    /** How long the others wait for a process that died. */
    static final Duration TERM = Duration.ofSeconds(30);

    /** How often a process says that it lives. */
    static final Duration RENEWAL = Duration.ofSeconds(5);

    private final Jdbi jdbi;
    private final int process;
    private final LongSupplier nanos;
    /** Until when by this process's own clock, which nobody sets. */
    private final Map<DatasetVersion, Long> held = new ConcurrentHashMap<>();

    /** @param process this one's number, which no other of the State's bears at the same time */
    public TransferLease(Jdbi jdbi, int process) {
        this(jdbi, process, System::nanoTime);
    }

    TransferLease(Jdbi jdbi, int process, LongSupplier nanos) {
        this.jdbi = jdbi;
        this.process = process;
        this.nanos = nanos;
    }

    /** Takes the lease of a version; false while another process has it. One that ends later than a term from now was taken before the clock was set back: it is over. */
    boolean take(DatasetVersion version) {
        // Before it is asked for: the database's term begins no sooner.
        long until = nanos.getAsLong() + TERM.toNanos();
        boolean taken = claim(version);
        if (taken) {
            held.put(version, until);
        }
        return taken;
    }

    /** What was given back while the database was asked stays given back: the row that it has made again ends by itself. */
    private void takeAgain(DatasetVersion version) {
        long until = nanos.getAsLong() + TERM.toNanos();
        boolean taken = claim(version);
        held.computeIfPresent(version, (known, before) -> taken ? until : null);
    }

    private boolean claim(DatasetVersion version) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "INSERT INTO exchange_lease (version, holder, held_until)"
                                        + " VALUES (:version, :holder, clock_timestamp() + :millis * interval '1 millisecond')"
                                        + " ON CONFLICT (version) DO UPDATE SET holder = :holder,"
                                        + " held_until = clock_timestamp() + :millis * interval '1 millisecond'"
                                        + " WHERE exchange_lease.holder = :holder OR exchange_lease.held_until < clock_timestamp()"
                                        + " OR exchange_lease.held_until > clock_timestamp() + :millis * interval '1 millisecond'")
                        .bind("version", name(version))
                        .bind("holder", process)
                        .bind("millis", TERM.toMillis())
                        .execute())
                == 1;
    }

    /** Says that this process lives; what another has taken meanwhile, because it did not say so for a term, is held no longer. */
    void renew() {
        Set<DatasetVersion> asked = new HashSet<>(held.keySet());
        if (asked.isEmpty()) {
            return;
        }
        long until = nanos.getAsLong() + TERM.toNanos();
        List<String> names = asked.stream().map(TransferLease::name).toList();
        Set<String> kept = new HashSet<>(jdbi.withHandle(handle -> handle.createQuery("UPDATE exchange_lease"
                        + " SET held_until = clock_timestamp() + :millis * interval '1 millisecond'"
                        + " WHERE holder = :holder AND version IN (<versions>) RETURNING version")
                .bindList("versions", names)
                .bind("holder", process)
                .bind("millis", TERM.toMillis())
                .mapTo(String.class)
                .list()));
        for (DatasetVersion version : asked) {
            if (kept.contains(name(version))) {
                held.computeIfPresent(version, (known, before) -> until);
            } else if (held.containsKey(version)) {
                // A database that has crashed remembers no lease: whoever is first has it.
                takeAgain(version);
            }
        }
    }

    /**
     * Whether this process has it: for a term as far as it knows, and then only if the database says so. While that does not answer chunks go on arriving, and nothing is sealed.
     */
    boolean holds(DatasetVersion version) {
        Long until = held.get(version);
        if (until == null) {
            return false;
        }
        if (nanos.getAsLong() - until < 0) {
            return true;
        }
        try {
            takeAgain(version);
        } catch (RuntimeException e) {
            LOG.debug("Whether the lease of {} is still held cannot be asked.", version, e);
        }
        return held.containsKey(version);
    }

    /** Gives it back, so that nobody waits for it. */
    void giveBack(DatasetVersion version) {
        held.remove(version);
        try {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "DELETE FROM exchange_lease WHERE version = :version AND holder = :holder")
                    .bind("version", name(version))
                    .bind("holder", process)
                    .execute());
        } catch (RuntimeException e) {
            LOG.debug("The lease of {} was not given back; it ends by itself.", version, e);
        }
    }

    private static String name(DatasetVersion version) {
        return version.dataset() + " " + version.root();
    }
}
