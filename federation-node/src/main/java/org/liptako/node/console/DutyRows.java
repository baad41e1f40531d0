package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.identity.Caller;
import org.liptako.node.placement.duty.Debtor;
import org.liptako.node.placement.duty.Duties;
import org.liptako.node.placement.duty.Duty;
import org.liptako.node.placement.duty.DutyFilter;
import org.liptako.node.placement.duty.DutyPage;
import org.liptako.node.placement.duty.DutyStatus;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.Registry;

/** Puts the duties that people owe into words: those overdue, then those due next. */
@Singleton
final class DutyRows {
    private static final int MOST = 50;

    private final Duties duties;
    private final Registry registry;

    DutyRows(Duties duties, Registry registry) {
        this.duties = duties;
        this.registry = registry;
    }

    /** Of those that somebody is shown, whoever owes them. */
    List<DutyRow> rows(Words words, Disclosure to) {
        DutyFilter owed = DutyFilter.of(Set.of(DutyStatus.OVERDUE, DutyStatus.OPEN));
        return rows(duties.shownTo(to).list(owed, DutyPage.first(MOST)), to, words);
    }

    /** Those that a reader owes: an operator their data centre's, a legal officer their State's; nobody else owes any. */
    List<DutyRow> rows(Words words, Caller reader) {
        Disclosure to = new Disclosure(reader.state());
        List<Duty> own = debtor(reader)
                .map(debtor -> DutyFilter.of(Set.of(DutyStatus.OVERDUE, DutyStatus.OPEN), debtor))
                .map(owed -> duties.shownTo(to).list(owed, DutyPage.first(MOST)))
                .orElse(List.of());
        return rows(own, to, words);
    }

    private List<DutyRow> rows(List<Duty> owed, Disclosure to, Words words) {
        if (owed.isEmpty()) {
            return List.of();
        }
        CatalogueNames names = new CatalogueNames(
                registry, owed.stream().map(duty -> duty.about().dataset()).toList(), to, words);
        return owed.stream().map(duty -> row(duty, names, words)).toList();
    }

    private static Optional<Debtor> debtor(Caller reader) {
        return switch (reader.role()) {
            case OPERATOR -> reader.site().map(site -> new Debtor(reader.state(), Optional.of(site)));
            case OFFICER -> Optional.of(new Debtor(reader.state(), Optional.empty()));
            case NODE, SYSTEM, EVIDENCE, STORAGE, REGULATOR, ADMINISTRATOR -> Optional.empty();
        };
    }

    /** How many there are in all that somebody is shown, for those that the page leaves out. */
    String count(Words words, Disclosure to) {
        Map<DutyStatus, Long> counts = duties.shownTo(to).owed();
        return words.of(
                "duties.count", counts.getOrDefault(DutyStatus.OVERDUE, 0L), counts.getOrDefault(DutyStatus.OPEN, 0L));
    }

    private static DutyRow row(Duty duty, CatalogueNames names, Words words) {
        boolean overdue = duty.status() == DutyStatus.OVERDUE;
        return new DutyRow(
                words.of(duty.label()),
                duty.rule(),
                words.of(duty.debtor().words()),
                duty.about().dataset().value(),
                names.of(duty.about().dataset()),
                names.of(duty.about().site()),
                words.of(overdue ? "duties.overdue" : "duties.open"),
                overdue ? "bad" : "open",
                duty.due().map(words::of).orElseGet(() -> words.of("duties.undated")));
    }
}
