package org.liptako.node.registry;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * What the registers say of some datasets from one instant on: read in bulk, so that many instants may be asked about without a query. Immutable once read.
 */
public final class RegistersAhead {
    private final StatementSpans statements;
    private final Registers registers;

    RegistersAhead(StatementSpans statements, Clock clock) {
        this.statements = statements;
        this.registers = new Registers(statements, clock);
    }

    /** The registers, to be asked about those datasets only, and about no instant before the reading. */
    public Registers registers() {
        return registers;
    }

    /**
     * When, by what is recorded now, the registers will next say something else of an operation on a dataset at a destination: an authorisation's term, the
     * end of a retention. The count of an incident's days is left to {@link Registers#incidentSince}: it changes every day, which rarely matters.
     */
    public Optional<Instant> changeAfter(DatasetId dataset, String operation, Country destination, Instant at) {
        Instant next = registers
                .retainedUntil(dataset, at)
                .filter(until -> until.isAfter(at))
                .orElse(Instant.MAX);
        for (StatementKey key : keys(dataset, operation, destination)) {
            Instant change = statements.changeAfter(key, at);
            next = change.isBefore(next) ? change : next;
        }
        return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
    }

    /** When, by what is recorded now, the deadline that the home State has set for a copy runs out. */
    public Optional<Instant> deadlineAfter(DatasetId dataset, SiteId site, Instant at) {
        return dataset.home()
                .flatMap(home -> registers.deadline(home, dataset, site, at))
                .filter(deadline -> deadline.isAfter(at));
    }

    private static List<StatementKey> keys(DatasetId dataset, String operation, Country destination) {
        List<StatementKey> keys = new ArrayList<>();
        for (State authority : State.values()) {
            keys.add(Registers.authorisationKey(authority, dataset, operation, destination));
        }
        dataset.home().ifPresent(home -> {
            keys.add(new StatementKey(StatementKind.HOLD, dataset.value(), home));
            keys.add(new StatementKey(StatementKind.RETENTION, dataset.value(), home));
            keys.add(new StatementKey(StatementKind.INCIDENT, home.name(), home));
        });
        return keys;
    }
}
