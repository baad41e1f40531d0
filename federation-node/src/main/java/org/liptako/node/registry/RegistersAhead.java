package org.liptako.node.registry;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
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
        Stream<Optional<Instant>> authorisations = Stream.of(State.values())
                .map(authority -> change(Registers.authorisationKey(authority, dataset, operation, destination), at));
        Stream<Optional<Instant>> ofHome = dataset.home().stream()
                .flatMap(home -> Stream.of(
                        change(new StatementKey(StatementKind.HOLD, dataset.value(), home), at),
                        change(new StatementKey(StatementKind.RETENTION, dataset.value(), home), at),
                        change(new StatementKey(StatementKind.INCIDENT, home.name(), home), at)));
        Stream<Optional<Instant>> retention =
                Stream.of(registers.retainedUntil(dataset, at).filter(until -> until.isAfter(at)));
        return Stream.of(authorisations, ofHome, retention)
                .flatMap(changes -> changes)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> change(StatementKey key, Instant at) {
        return statements.changeAfter(key, at);
    }
}
