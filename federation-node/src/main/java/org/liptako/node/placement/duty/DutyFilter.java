package org.liptako.node.placement.duty;

import java.util.Optional;
import java.util.Set;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Which duties are wanted; what is empty narrows nothing.
 *
 * @param statuses only those that stand so
 * @param debtor only those that this State owes
 * @param owedBy only those that these owe: the operators of a data centre, or the officers of a State; never beside {@code debtor}
 */
public record DutyFilter(
        Set<DutyStatus> statuses,
        Optional<State> debtor,
        Optional<Debtor> owedBy,
        Optional<DatasetId> dataset,
        Optional<SiteId> site) {
    public static final DutyFilter ALL = of(Set.of());

    public DutyFilter {
        if (debtor.isPresent() && owedBy.isPresent()) {
            throw new IllegalArgumentException(
                    "Ask for the duties of a whole State or of some who owe them in one, not for both.");
        }
        statuses = Set.copyOf(statuses);
    }

    public DutyFilter(
            Set<DutyStatus> statuses, Optional<State> debtor, Optional<DatasetId> dataset, Optional<SiteId> site) {
        this(statuses, debtor, Optional.empty(), dataset, site);
    }

    /** Those that stand so, whoever owes them. */
    public static DutyFilter of(Set<DutyStatus> statuses) {
        return new DutyFilter(statuses, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Those that stand so and that these owe. */
    public static DutyFilter of(Set<DutyStatus> statuses, Debtor debtor) {
        return new DutyFilter(statuses, Optional.empty(), Optional.of(debtor), Optional.empty(), Optional.empty());
    }

    boolean wants(DutyStatus status) {
        return statuses.isEmpty() || statuses.contains(status);
    }
}
