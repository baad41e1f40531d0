package org.liptako.node.console;

import java.util.List;

/**
 * A page on which facts are made up and judged.
 *
 * @param asOf which node tells this, and when
 * @param action the address that the form asks
 * @param objection why what was asked was not judged; may be empty
 * @param needed what must be known to judge, is missing, or was said already
 * @param others what may be said beside
 * @param day on which it is judged; empty for now
 * @param countries the codes of countries, each with its name
 * @param results what the rules say; at most one
 */
public record TrialPage(
        String asOf,
        String action,
        String back,
        String objection,
        List<TrialField> needed,
        List<TrialField> others,
        String day,
        List<Choice> countries,
        List<Result> results) {
    /**
     * What the rules say.
     *
     * @param understood the facts as the machine understood them
     * @param bound at which instant and by which rules
     * @param articles those that decide, each with its address
     */
    public record Result(String understood, DecisionView decision, List<RuleLink> articles, String bound) {
        public Result {
            articles = List.copyOf(articles);
        }
    }

    public TrialPage {
        needed = List.copyOf(needed);
        others = List.copyOf(others);
        countries = List.copyOf(countries);
        results = List.copyOf(results);
    }
}
