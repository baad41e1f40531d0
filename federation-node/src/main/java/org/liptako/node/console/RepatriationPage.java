package org.liptako.node.console;

import java.util.List;

/**
 * A State's campaigns that bring copies home: what is done, what is left, what is late.
 *
 * @param states whose campaigns can be read, the present one marked
 * @param owners for each ministry
 * @param summary of all of them, in a sentence
 * @param law the rules under which something is late, with their articles
 */
public record RepatriationPage(
        String asOf,
        List<NavItem> states,
        List<CampaignLine> campaigns,
        List<BalanceRow> owners,
        String summary,
        BalanceRow total,
        List<CitedRow> law,
        List<CoverageRow> coverage) {
    public RepatriationPage {
        states = List.copyOf(states);
        campaigns = List.copyOf(campaigns);
        owners = List.copyOf(owners);
        law = List.copyOf(law);
        coverage = List.copyOf(coverage);
    }
}
