package org.liptako.node.placement.duty;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;
import org.liptako.policy.decision.Obligation;

/** What has been asked of copies where they lie, by grants and by judgements anew: so that whoever judges them again says what is new, and only that. */
public final class OwedByCopies {
    private final Set<Row> rows;

    private OwedByCopies(Collection<Row> rows) {
        this.rows = new HashSet<>(rows);
    }

    private record Row(String dataset, String site, String rule, String code) {}

    /** As the journals known here say of these datasets. */
    public static OwedByCopies of(Handle handle, Collection<DatasetId> datasets) {
        return new OwedByCopies(handle.createQuery(
                        "SELECT DISTINCT dataset, site, rule, code FROM duty_ground WHERE dataset = ANY (:datasets)")
                .bindArray(
                        "datasets",
                        String.class,
                        datasets.stream().map(DatasetId::value).toList())
                .map((row, context) -> new Row(
                        row.getString("dataset"), row.getString("site"), row.getString("rule"), row.getString("code")))
                .list());
    }

    /** Those of a copy's obligations that nobody has asked for yet; what belongs to the way to the place is none of a copy that is there. */
    public List<Obligation> missing(DatasetId dataset, SiteId site, List<Obligation> obligations) {
        return obligations.stream()
                .filter(one -> !DutyTerms.isOnItsWay(one.code()))
                .filter(one -> !rows.contains(new Row(dataset.value(), site.value(), one.rule(), one.code())))
                .toList();
    }
}
