package org.liptako.node.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.CopyFilter;
import org.liptako.node.registry.GrantSummary;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.pki.name.SiteId;

/** Copies at sites whose operator or owner is foreign, or that can be reached from outside the Alliance. */
final class ForeignAnswer {
    private static final Set<String> FOREIGN = Set.of("FOREIGN_OPERATED");

    private ForeignAnswer() {}

    static Page copies(Reader reader, Asked asked, Cursor after, int most) {
        Map<SiteId, Site> sites = reader.registry().sites();
        List<SiteId> foreign = sites.values().stream()
                .filter(ForeignAnswer::isForeign)
                .map(Site::id)
                .toList();
        List<String> statuses = asked.statuses().isEmpty() ? CopyAnswer.LYING_THERE : asked.statuses();
        List<ReplicaStatement> read = reader.registry()
                .copies(
                        new CopyFilter(new CopyFilter.OfHomeAt(asked.state(), foreign), statuses),
                        CopyAnswer.cursor(after),
                        most + 1);
        List<ReplicaStatement> page = read.size() > most ? read.subList(0, most) : read;
        return new Page(
                rows(reader, page, sites), read.size() > most ? CopyAnswer.cursor(page.getLast()) : Cursor.START);
    }

    private static boolean isForeign(Site site) {
        return FOREIGN.contains(Objects.requireNonNullElse(site.control(), ""))
                || isOutside(site.ownerState())
                || isOutside(site.remoteAdminState());
    }

    /** What is not known is not foreign: it is told as unknown where the site is. */
    private static boolean isOutside(@Nullable Country country) {
        return country != null && country.member().isEmpty();
    }

    private static List<Row> rows(Reader reader, List<ReplicaStatement> page, Map<SiteId, Site> sites) {
        Map<DatasetId, Dataset> datasets = reader.registry()
                .datasets(
                        page.stream().map(ReplicaStatement::dataset).distinct().toList());
        Map<GrantSerial, GrantSummary> grants = reader.registry()
                .grants(page.stream()
                        .map(copy -> copy.state().grant())
                        .filter(Objects::nonNull)
                        .toList());
        List<Row> rows = new ArrayList<>();
        for (ReplicaStatement copy : page) {
            Dataset dataset = datasets.get(copy.dataset());
            Site site = Objects.requireNonNull(sites.get(copy.site()), "its site was looked for by");
            if (reader.disclosure().shows(copy.dataset(), dataset, copy.state().country())) {
                rows.add(CopyRows.draft(copy, dataset)
                        .put(Column.CONTROL, Cell.of(site.control()))
                        .put(Column.OWNER, Cell.of(site.ownerState()))
                        .put(Column.REMOTE_ADMIN, Cell.of(site.remoteAdminState()))
                        .put(Column.GRANT, Cell.of(copy.state().grant()))
                        .put(
                                Column.EXPIRES,
                                Cell.of(Optional.ofNullable(copy.state().grant())
                                        .flatMap(serial -> Optional.ofNullable(grants.get(serial)))
                                        .map(GrantSummary::expires)))
                        .from(copy.source()));
            }
        }
        return rows;
    }
}
