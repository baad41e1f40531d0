package org.liptako.node.campaign;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.placement.duty.Duty;
import org.liptako.node.registry.FindingStatement;
import org.liptako.node.registry.Registry;
import org.liptako.pki.name.SiteId;

/**
 * By when copies must be home. The rules in force set the day where the State has judged the copy abroad by them, or where the permission to bring it home asks for the
 * record of its erasure within days; else whoever opened the campaign does. Of several days the first counts.
 */
final class Deadlines {
    private static final String ERASURE_RECORD = "proces_verbal_d_effacement";

    private final Registry registry;
    private final Duties duties;

    Deadlines(Registry registry, Duties duties) {
        this.registry = registry;
        this.duties = duties;
    }

    /** Those of these copies that have one; read at once, for there may be thousands. */
    Map<CampaignKey, DueBy> of(List<RepatriatedCopy> copies) {
        Map<Place, DueBy> judged =
                judged(copies.stream().map(RepatriatedCopy::dataset).distinct().toList());
        Map<Place, DueBy> owed = owed(copies);
        Map<CampaignKey, DueBy> due = new HashMap<>();
        for (RepatriatedCopy copy : copies) {
            Optional<DueBy> owing = record(copy).map(owed::get);
            Stream.concat(Stream.ofNullable(judged.get(new Place(copy.dataset(), copy.site()))), owing.stream())
                    .min(Comparator.comparing(DueBy::day))
                    .or(() -> copy.statedDeadline().map(day -> new DueBy(day, List.of())))
                    .ifPresent(day -> due.put(copy.key(), day));
        }
        return due;
    }

    /** By when a copy must have left where it lies, as its home State has found by the rules in force. */
    Optional<DueBy> judged(DatasetId dataset, SiteId site) {
        return Optional.ofNullable(judged(List.of(dataset)).get(new Place(dataset, site)));
    }

    /** The copy of a dataset at a site. */
    private record Place(DatasetId dataset, SiteId site) {}

    private Map<Place, DueBy> judged(List<DatasetId> datasets) {
        Map<Place, DueBy> days = new HashMap<>();
        for (FindingStatement said : registry.findings(datasets)) {
            Instant day = said.finding().moveBy();
            if (day != null
                    && said.dataset().home().equals(Optional.of(said.source().saidBy()))) {
                days.merge(
                        new Place(said.dataset(), said.site()),
                        new DueBy(day, said.finding().rules()),
                        Deadlines::first);
            }
        }
        return days;
    }

    /** The days for the records of erasure that come with the grants under which copies lie at home. */
    private Map<Place, DueBy> owed(List<RepatriatedCopy> copies) {
        Set<DatasetId> granted = copies.stream()
                .filter(copy -> record(copy).isPresent())
                .map(RepatriatedCopy::dataset)
                .collect(Collectors.toSet());
        Map<Place, DueBy> days = new HashMap<>();
        if (!granted.isEmpty()) {
            for (Duty duty : duties.toDischarge(granted, ERASURE_RECORD)) {
                Place at = new Place(duty.about().dataset(), duty.about().site());
                duty.due().ifPresent(day -> days.merge(at, of(duty, day), Deadlines::first));
            }
        }
        return days;
    }

    /** Where a copy lies at home, if a record of its erasure abroad may be owed. */
    private static Optional<Place> record(RepatriatedCopy copy) {
        return copy.proved().isPresent() && copy.erasedAt().isEmpty()
                ? copy.plan().map(plan -> new Place(copy.dataset(), plan.home()))
                : Optional.empty();
    }

    private static DueBy first(DueBy one, DueBy other) {
        return other.day().isBefore(one.day()) ? other : one;
    }

    private static DueBy of(Duty duty, Instant day) {
        return new DueBy(day, duty.law().map(List::of).orElse(List.of()));
    }
}
