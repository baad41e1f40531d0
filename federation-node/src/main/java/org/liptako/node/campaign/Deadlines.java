package org.liptako.node.campaign;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.placement.duty.Duty;
import org.liptako.node.placement.duty.DutyFilter;
import org.liptako.node.placement.duty.DutyPage;
import org.liptako.node.placement.duty.DutyStatus;
import org.liptako.node.registry.FindingStatement;
import org.liptako.node.registry.Registry;
import org.liptako.pki.name.SiteId;

/**
 * By when copies must be home. The rules in force set the day where the State has judged the copy abroad by them, or where the permission to bring it home asks for the
 * record of its erasure within days; else whoever opened the campaign does. Of several days the first counts.
 */
final class Deadlines {
    private static final String ERASURE_RECORD = "proces_verbal_d_effacement";
    private static final int MOST_DUTIES = 1_000;

    private final Registry registry;
    private final Duties duties;

    Deadlines(Registry registry, Duties duties) {
        this.registry = registry;
        this.duties = duties;
    }

    /** Those of these copies that have one. */
    Map<CampaignKey, DueBy> of(List<RepatriatedCopy> copies) {
        List<FindingStatement> findings = registry.findings(
                copies.stream().map(RepatriatedCopy::dataset).distinct().toList());
        Map<CampaignKey, DueBy> due = new HashMap<>();
        for (RepatriatedCopy copy : copies) {
            Stream.of(judged(copy, findings), owed(copy))
                    .flatMap(Optional::stream)
                    .min(Comparator.comparing(DueBy::day))
                    .or(() -> copy.statedDeadline().map(day -> new DueBy(day, List.of())))
                    .ifPresent(day -> due.put(copy.key(), day));
        }
        return due;
    }

    /** By when a copy must have left where it lies, as its home State has found by the rules in force. */
    Optional<DueBy> judged(DatasetId dataset, SiteId site) {
        return judged(dataset, site, registry.findings(List.of(dataset)));
    }

    private static Optional<DueBy> judged(RepatriatedCopy copy, List<FindingStatement> findings) {
        return judged(copy.dataset(), copy.site(), findings);
    }

    private static Optional<DueBy> judged(DatasetId dataset, SiteId site, List<FindingStatement> findings) {
        return findings.stream()
                .filter(said -> said.dataset().equals(dataset) && said.site().equals(site))
                .filter(said ->
                        dataset.home().filter(said.source().saidBy()::equals).isPresent())
                .flatMap(said -> Stream.ofNullable(said.finding().moveBy())
                        .map(day -> new DueBy(day, said.finding().rules())))
                .min(Comparator.comparing(DueBy::day));
    }

    /** The day for the record of erasure that comes with the grant under which the copy lies at home. */
    private Optional<DueBy> owed(RepatriatedCopy copy) {
        if (copy.proved().isEmpty() || copy.plan().isEmpty() || copy.erasedAt().isPresent()) {
            return Optional.empty();
        }
        SiteId home = copy.plan().get().home();
        DutyFilter filter = new DutyFilter(
                Set.of(DutyStatus.OPEN, DutyStatus.OVERDUE),
                Optional.empty(),
                Optional.of(copy.dataset()),
                Optional.of(home));
        return duties.list(filter, DutyPage.first(MOST_DUTIES)).stream()
                .filter(duty -> duty.code().startsWith(ERASURE_RECORD))
                .flatMap(duty -> duty.due().map(day -> of(duty, day)).stream())
                .min(Comparator.comparing(DueBy::day));
    }

    private static DueBy of(Duty duty, Instant day) {
        return new DueBy(day, duty.law().map(List::of).orElse(List.of()));
    }
}
