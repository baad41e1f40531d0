package org.liptako.node.console;

/**
 * One copy, in words.
 *
 * @param tone the class of its status: {@code good}, {@code bad} or {@code open}
 * @param since RFC 3339, for machines
 */
public record CopyRow(
        String dataset,
        String name,
        String site,
        String place,
        String status,
        String tone,
        String since,
        String sinceWords,
        String allowed,
        String said) {}
