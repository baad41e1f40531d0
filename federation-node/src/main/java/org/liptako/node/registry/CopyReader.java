package org.liptako.node.registry;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.IncidentDeclared;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.RetentionRecorded;
import org.liptako.node.journal.event.Site;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Reads many copies, each with all that is recorded of it, in one snapshot of the registry and in bounded memory: a window of copies at a time, and for each
 * window one query a kind of statement, not one a copy. Thread-safe.
 */
public final class CopyReader {
    private static final int WINDOW = 4_096;

    private final Jdbi jdbi;
    private final Clock clock;
    private final StatementStore statements = new StatementStore();
    private final BulkStatementStore bulk = new BulkStatementStore();
    private final RoomStore room = new RoomStore();

    public CopyReader(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Hands over the selected copies that lie somewhere at an instant, whole or in part, or that are granted and have not moved yet, by dataset and site.
     *
     * @param at not before now by more than moments: what was known then is not asked
     * @param each called within the transaction; it may keep what it is given
     * @return how many copies were passed over, since their dataset or their site is not known here
     */
    public long read(CopySelection selection, Instant at, Consumer<RecordedCopy> each) {
        return Snapshot.read(jdbi, handle -> {
            return new Pass(handle, at, each).read(selection);
        });
    }

    /** The same within a transaction of the caller's, which may write. */
    public long read(Handle handle, CopySelection selection, Instant at, Consumer<RecordedCopy> each) {
        return new Pass(handle, at, each).read(selection);
    }

    /** What the registers say of a dataset from an instant on, in a transaction of the caller's. */
    public RegistersAhead registers(Handle handle, DatasetId dataset, Instant at) {
        return new Pass(handle, at, copy -> {}).registers(List.of(dataset.value()));
    }

    private record SiteBy(SiteId site, State saidBy) {}

    /** One pass. */
    private final class Pass {
        private final Handle handle;
        private final Instant at;
        private final Consumer<RecordedCopy> each;
        private final Map<SiteBy, Site> sites;
        private final List<StatementSpans.Row> ofStates;
        private final Map<SiteId, OptionalLong> occupied = new HashMap<>();
        private long passedOver;

        private Pass(Handle handle, Instant at, Consumer<RecordedCopy> each) {
            this.handle = handle;
            this.at = at;
            this.each = each;
            this.sites = bulk.known(handle, StatementKind.SITE, Site.class, at).stream()
                    .collect(Collectors.toMap(
                            stated -> new SiteBy(
                                    new SiteId(stated.subject()),
                                    stated.source().saidBy()),
                            Stated::value));
            this.ofStates = Stream.concat(
                            bulk.lasting(handle, StatementKind.REGISTER, RegisterDeclared.class, at).stream(),
                            bulk.lasting(handle, StatementKind.INCIDENT, IncidentDeclared.class, at).stream())
                    .toList();
        }

        private long read(CopySelection selection) {
            Page next = Page.first(WINDOW);
            List<Stated<ReplicaState>> window;
            do {
                window = bulk.copies(handle, selection, next, at);
                if (!window.isEmpty()) {
                    tell(window.stream()
                            .filter(copy -> copy.value().status().isThere()
                                    || copy.value().status() == ReplicaStatus.GRANTED)
                            .toList());
                    next = new Page(window.getLast().subject(), window.getLast().place(), "", WINDOW);
                }
            } while (window.size() == WINDOW);
            return passedOver;
        }

        private void tell(List<Stated<ReplicaState>> copies) {
            List<String> subjects =
                    copies.stream().map(Stated::subject).distinct().toList();
            Map<String, Dataset> datasets = bySubject(StatementKind.DATASET, subjects, Dataset.class);
            Map<String, GrantSummary> grants = bySubject(
                    StatementKind.GRANT,
                    copies.stream()
                            .map(copy -> copy.value().grant())
                            .filter(Objects::nonNull)
                            .map(GrantSerial::value)
                            .distinct()
                            .toList(),
                    GrantSummary.class);
            RegistersAhead ahead = registers(subjects);
            measure(copies.stream().map(copy -> new SiteId(copy.place())).collect(Collectors.toSet()));
            for (Stated<ReplicaState> stated : copies) {
                ReplicaStatement copy = ReplicaStatement.of(stated);
                Dataset dataset = datasets.get(stated.subject());
                Site site = dataset == null
                        ? null
                        : sites.get(new SiteBy(copy.site(), copy.site().state().orElse(dataset.home())));
                if (dataset == null || site == null) {
                    passedOver++;
                } else {
                    Optional<GrantSummary> grant =
                            Optional.ofNullable(copy.state().grant()).map(serial -> grants.get(serial.value()));
                    each.accept(new RecordedCopy(copy, dataset, site, grant, ahead, quotaLeftGb(site)));
                }
            }
        }

        /** Sums up what lies at sites that no window before had a copy at. */
        private void measure(Set<SiteId> places) {
            places.removeAll(occupied.keySet());
            if (!places.isEmpty()) {
                occupied.putAll(room.occupiedGb(handle, places, at));
            }
        }

        private OptionalLong quotaLeftGb(Site site) {
            Long capacity = site.capacityGb();
            OptionalLong taken = occupied.getOrDefault(site.id(), OptionalLong.empty());
            return capacity == null || taken.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(capacity - taken.getAsLong());
        }

        private RegistersAhead registers(Collection<String> datasets) {
            StatementSpans spans = new StatementSpans();
            ofStates.forEach(spans::add);
            bulk.lasting(handle, StatementKind.AUTHORISATION, datasets, String.class, at)
                    .forEach(spans::add);
            bulk.lasting(handle, StatementKind.HOLD, datasets, HoldRecorded.class, at)
                    .forEach(spans::add);
            bulk.lasting(handle, StatementKind.RETENTION, datasets, RetentionRecorded.class, at)
                    .forEach(spans::add);
            bulk.lasting(handle, StatementKind.FINDING, datasets, CopyFinding.class, at)
                    .forEach(spans::add);
            return new RegistersAhead(spans, clock);
        }

        private <T> Map<String, T> bySubject(StatementKind kind, List<String> subjects, Class<T> type) {
            return subjects.isEmpty()
                    ? Map.of()
                    : statements.among(handle, kind, subjects, type, at).stream()
                            .collect(Collectors.toMap(Stated::subject, Stated::value, (one, other) -> one));
        }
    }
}
