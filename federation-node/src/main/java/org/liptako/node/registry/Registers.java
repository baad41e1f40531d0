package org.liptako.node.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.IncidentDeclared;
import org.liptako.node.journal.event.Register;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.RetentionRecorded;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * The registers that States keep, asked as of an instant.
 *
 * <p>Empty always means <em>unknown</em>: nothing is recorded, and the State does not declare that it keeps the register. Thread-safe.
 */
public final class Registers {
    private static final String NOT_FILED = "NOT_FILED";

    private final StatementFinder statements;
    private final Clock clock;

    /** The registers as this node knows them. */
    public Registers(Jdbi jdbi, Clock clock) {
        this(new InDatabase(jdbi, new StatementStore()), clock);
    }

    Registers(StatementFinder statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** Whether a State declares that it keeps a register. */
    public boolean keeps(State state, Register register) {
        return keeps(state, register, clock.instant());
    }

    /** How an authorisation by the data protection authority of a State stands: a code of the vocabulary, {@code NOT_FILED} if the register is kept and says nothing. */
    public Optional<String> authorisation(
            State authority, DatasetId dataset, String operation, Country destination, Instant at) {
        return said(authorisationKey(authority, dataset, operation, destination), String.class, at)
                .or(() -> keeps(authority, Register.AUTHORISATIONS, at) ? Optional.of(NOT_FILED) : Optional.empty());
    }

    /** Whether the dataset is under judicial hold. */
    public Optional<Boolean> hold(DatasetId dataset, Instant at) {
        return holdEntry(dataset, at)
                .map(HoldRecorded::held)
                .or(() -> dataset.home().flatMap(home -> no(home, Register.HOLDS, at)));
    }

    /** The last that a court said of a hold on the dataset, placed or lifted; empty if nothing is recorded. */
    public Optional<HoldRecorded> holdEntry(DatasetId dataset, Instant at) {
        return dataset.home()
                .flatMap(home ->
                        said(new StatementKey(StatementKind.HOLD, dataset.value(), home), HoldRecorded.class, at));
    }

    /** Whether an incident of the State is declared. */
    public Optional<Boolean> incident(State state, Instant at) {
        return incidentEntry(state, at).map(IncidentDeclared::declared).or(() -> no(state, Register.INCIDENTS, at));
    }

    /** Whole days since the first instant of the incident that is declared; empty if none is, or it is not known. */
    public Optional<Long> incidentDays(State state, Instant at) {
        return incidentSince(state, at)
                .map(since -> Math.max(0, Duration.between(since, at).toDays()));
    }

    /** The first instant of the incident that is declared; empty if none is, or it is not known. */
    public Optional<Instant> incidentSince(State state, Instant at) {
        return incidentEntry(state, at).filter(IncidentDeclared::declared).map(IncidentDeclared::since);
    }

    /** Whether the time for which the dataset must be kept has elapsed. */
    public Optional<Boolean> retentionElapsed(DatasetId dataset, Instant at) {
        return retainedUntil(dataset, at).map(until -> !at.isBefore(until));
    }

    /** Until when the dataset must be kept; empty if nothing is recorded. */
    public Optional<Instant> retainedUntil(DatasetId dataset, Instant at) {
        return dataset.home()
                .flatMap(home -> said(
                        new StatementKey(StatementKind.RETENTION, dataset.value(), home), RetentionRecorded.class, at))
                .map(RetentionRecorded::until);
    }

    /** By when a State's own finding says that the copy must be moved or brought in order; empty if it says no day. */
    public Optional<Instant> deadline(State saidBy, DatasetId dataset, SiteId site, Instant at) {
        return said(findingKey(saidBy, dataset, site), CopyFinding.class, at)
                .flatMap(finding -> Optional.ofNullable(finding.moveBy()));
    }

    private static StatementKey findingKey(State saidBy, DatasetId dataset, SiteId site) {
        return new StatementKey(StatementKind.FINDING, dataset.value(), site.value(), saidBy);
    }

    private Optional<IncidentDeclared> incidentEntry(State state, Instant at) {
        return said(new StatementKey(StatementKind.INCIDENT, state.name(), state), IncidentDeclared.class, at);
    }

    private Optional<Boolean> no(State state, Register register, Instant at) {
        return keeps(state, register, at) ? Optional.of(false) : Optional.empty();
    }

    private boolean keeps(State state, Register register, Instant at) {
        return said(new StatementKey(StatementKind.REGISTER, register.name(), state), RegisterDeclared.class, at)
                .filter(RegisterDeclared::kept)
                .isPresent();
    }

    private <T> Optional<T> said(StatementKey key, Class<T> type, Instant at) {
        return statements.said(key, type, at);
    }

    static StatementKey authorisationKey(State authority, DatasetId dataset, String operation, Country destination) {
        return new StatementKey(
                StatementKind.AUTHORISATION,
                dataset.value(),
                RegisterEntries.placeOf(operation, destination),
                authority);
    }

    /** Asks the database each time. */
    private record InDatabase(Jdbi jdbi, StatementStore store) implements StatementFinder {
        @Override
        public <T> Optional<T> said(StatementKey key, Class<T> type, Instant at) {
            return jdbi.withHandle(handle -> store.one(handle, key, type, at)).map(Stated::value);
        }
    }
}
