package org.liptako.node.placement.duty;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.identity.Signatory;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DutyId;
import org.liptako.node.registry.Disclosure;
import org.liptako.pki.evidence.Digest;

/** The register of duties, as the journals known here say and as it stands now. Thread-safe. */
public final class Duties {
    private final Jdbi jdbi;
    private final Clock clock;
    private final DutyReckoning reckoning;
    private final DutyStore store;

    public Duties(Jdbi jdbi, Clock clock) {
        this(jdbi, clock, DutyStore.OF_ALL);
    }

    private Duties(Jdbi jdbi, Clock clock, DutyStore store) {
        this.jdbi = jdbi;
        this.reckoning = new DutyReckoning(jdbi);
        this.clock = clock;
        this.store = store;
    }

    /** The same register without what somebody is not shown: as if it were about no such copies. */
    public Duties shownTo(Disclosure disclosure) {
        return new Duties(jdbi, clock, DutyStore.shownTo(disclosure));
    }

    /** A page of the duties: overdue ones first, then by the day on which they are due. */
    public List<Duty> list(DutyFilter filter, DutyPage page) {
        reckoning.bringUpToDate();
        return jdbi.withHandle(handle -> store.page(handle, filter, page, clock.instant()));
    }

    /** What is to be discharged for copies of these datasets, of the duties whose code begins so. */
    public List<Duty> toDischarge(Collection<DatasetId> datasets, String code) {
        reckoning.bringUpToDate();
        return jdbi.withHandle(handle -> store.toDischarge(handle, datasets, code, clock.instant()));
    }

    /** How many duties stand how; what is not named stands at none. */
    public Map<DutyStatus, Long> counts() {
        reckoning.bringUpToDate();
        return jdbi.withHandle(handle -> store.counts(handle, clock.instant()));
    }

    /** How many of those that people owe are overdue, and how many are open: an index has them, where {@link #counts} reads the register. */
    public Map<DutyStatus, Long> owed() {
        reckoning.bringUpToDate();
        return jdbi.withHandle(handle -> store.owed(handle, clock.instant()));
    }

    List<Signatory> people(Handle handle, Duty duty, Digest document) {
        return store.people(handle, duty, document);
    }

    /** Reckoned within the caller's transaction, what it has written itself included. */
    Optional<Duty> find(Handle handle, DutyId id) {
        return store.find(handle, id, clock.instant());
    }
}
