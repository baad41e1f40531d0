package org.liptako.node.console;

import java.util.List;

/**
 * The page on which a placement is weighed and asked for, in one language.
 *
 * @param objection why what was asked cannot be judged; empty if it can, or nothing was asked
 * @param advice one if something was judged
 * @param requests the last that this State has made
 */
public record PlacingPage(
        String asOf, PlacingForm form, String objection, List<PlacingAdvice> advice, List<RequestRow> requests) {

    public PlacingPage {
        advice = List.copyOf(advice);
        requests = List.copyOf(requests);
    }
}
