package org.liptako.node.console;

import java.util.List;

/**
 * What is asked of a placement: dataset, operation and place, then what some rule has asked for.
 *
 * @param datasets to choose from; empty where there are too many for a list
 * @param dataset what was written where there is no list
 * @param needed what is lacking to decide, or was said already
 * @param others what may be said beside
 */
public record PlacingForm(
        List<Choice> datasets,
        String dataset,
        List<Choice> operations,
        List<SiteGroup> places,
        List<TermField> needed,
        List<TermField> others) {

    public PlacingForm {
        datasets = List.copyOf(datasets);
        operations = List.copyOf(operations);
        places = List.copyOf(places);
        needed = List.copyOf(needed);
        others = List.copyOf(others);
    }
}
