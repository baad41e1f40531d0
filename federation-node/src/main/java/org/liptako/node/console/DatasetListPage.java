package org.liptako.node.console;

import java.util.List;

/**
 * The datasets that a reader looks for.
 *
 * @param asOf which node tells this, and when
 * @param query what the form holds
 * @param count how many this page has, in words
 * @param next the address of the next page; empty on the last one
 */
public record DatasetListPage(
        String asOf,
        List<CoverageRow> coverage,
        DatasetQuery query,
        List<Choice> states,
        List<Choice> classifications,
        List<Choice> sites,
        List<Choice> proofs,
        List<Choice> findings,
        String count,
        List<DatasetRow> datasets,
        String next) {
    public DatasetListPage {
        coverage = List.copyOf(coverage);
        states = List.copyOf(states);
        classifications = List.copyOf(classifications);
        sites = List.copyOf(sites);
        proofs = List.copyOf(proofs);
        findings = List.copyOf(findings);
        datasets = List.copyOf(datasets);
    }
}
