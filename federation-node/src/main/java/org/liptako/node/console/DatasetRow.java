package org.liptako.node.console;

/**
 * A dataset of a list, in words.
 *
 * @param places where its copies lie
 * @param tone the class of its proof: {@code good}, {@code bad} or {@code open}
 */
public record DatasetRow(
        String dataset,
        String href,
        String name,
        String state,
        String classification,
        String size,
        String places,
        String proof,
        String tone) {}
