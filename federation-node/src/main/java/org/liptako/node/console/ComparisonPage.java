package org.liptako.node.console;

import java.util.List;
import org.liptako.node.rulebook.reading.Line;

/**
 * How two versions of a rule book differ.
 *
 * @param asOf which node tells this, and when
 * @param action the address that the form asks
 * @param from the earlier version
 * @param to the later one
 * @param versions that may be chosen
 * @param counts how many articles were added, removed, changed, and how many are the same
 * @param none that nothing differs; empty where something does
 * @param previous the address of the page before; empty on the first
 * @param next the address of the next page; empty on the last
 */
public record ComparisonPage(
        String asOf,
        String action,
        Side from,
        Side to,
        List<Side> versions,
        String counts,
        String none,
        List<Change> changes,
        String previous,
        String next) {

    /**
     * A version that is compared.
     *
     * @param dated the same with its day
     * @param since whether it is in force, and from when, in words
     */
    public record Side(String number, String words, String dated, String href, String since) {}

    /**
     * An article that differs.
     *
     * @param kind added, removed or changed, in words
     * @param tone good, bad or open
     * @param note what its readers should know of it; may be empty
     */
    public record Change(
            String id, String href, String title, String kind, String tone, String note, List<Part> parts) {
        public Change {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part of an article, side by side.
     *
     * @param before none where the article was added
     * @param after none where it was removed
     */
    public record Part(String name, List<Line> before, List<Line> after) {
        public Part {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    public ComparisonPage {
        versions = List.copyOf(versions);
        changes = List.copyOf(changes);
    }
}
