package org.liptako.node.registry;

import java.util.List;
import java.util.Map;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;

/**
 * What belongs to a page of copies.
 *
 * @param datasets those of the copies' datasets that are known, as {@link RegistryAsOf#datasets} gives them
 * @param grants those of the copies' grants that are known, by serial
 * @param findings what States have against copies of these datasets, by dataset and site
 * @param disputes whose custody of copies each State disputes
 */
public record CopyBackground(
        Map<DatasetId, Dataset> datasets,
        Map<GrantSerial, GrantSummary> grants,
        List<FindingStatement> findings,
        List<CustodyStatement> disputes) {
    /** Beside no copy. */
    static final CopyBackground NONE = new CopyBackground(Map.of(), Map.of(), List.of(), List.of());

    public CopyBackground {
        datasets = Map.copyOf(datasets);
        grants = Map.copyOf(grants);
        findings = List.copyOf(findings);
        disputes = List.copyOf(disputes);
    }
}
