package org.liptako.node.console;

import java.util.List;

/**
 * One difference between a store and the journals, in words.
 *
 * @param name of the dataset; empty where it is about none
 * @param kind what it comes to
 * @param more what it means, and what to do
 * @param said who says so, and since when
 */
public record DifferenceRow(
        String dataset, String name, String place, String site, String kind, String more, List<String> said) {
    public DifferenceRow {
        said = List.copyOf(said);
    }
}
