package org.liptako.node.console;

import java.util.List;

/**
 * A campaign and its copies.
 *
 * @param standing since when it is open, held or closed, and who holds it
 * @param rate how fast copies come; empty while nothing is known
 * @param summary what is home, and what is left
 * @param law the rules that set the days, with their articles
 */
public record CampaignPage(
        String asOf,
        String campaign,
        String title,
        String standing,
        String rate,
        String summary,
        BalanceRow total,
        List<BalanceRow> owners,
        List<ReturnRow> copies,
        List<CitedRow> law,
        List<CoverageRow> coverage) {
    public CampaignPage {
        owners = List.copyOf(owners);
        copies = List.copyOf(copies);
        law = List.copyOf(law);
        coverage = List.copyOf(coverage);
    }
}
