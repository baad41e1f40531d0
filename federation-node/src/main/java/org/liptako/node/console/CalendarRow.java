package org.liptako.node.console;

import java.util.List;

/**
 * Something that enters or leaves force.
 *
 * @param at in ISO 8601
 * @param day in words
 * @param exact the instant in words, where no day begins here then; else empty
 * @param what a version, or articles
 * @param more that there are more articles than these; may be empty
 */
public record CalendarRow(
        String at, String day, String exact, String book, String what, List<RuleLink> links, String more) {
    public CalendarRow {
        links = List.copyOf(links);
    }
}
