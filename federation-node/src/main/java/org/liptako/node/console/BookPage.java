package org.liptako.node.console;

import java.util.List;

/**
 * One version of a rule book, as a law is read.
 *
 * @param asOf which node tells this, and when
 * @param status whether the version is in force, waits or was replaced, in words
 * @param tone good, open or bad
 * @param lines since when, signed by whom, under which digest
 * @param coverage the address of what is decided of the State's data; empty where there is none
 * @param trial the address where facts are made up and judged
 * @param warning what a reader must know first; may be empty
 * @param count which articles these are, of how many
 * @param standing whether to say of each article whether it is in force
 * @param previous the address of the page before; empty on the first
 * @param next the address of the next page; empty on the last
 */
public record BookPage(
        String asOf,
        String status,
        String tone,
        List<String> lines,
        String coverage,
        String trial,
        String warning,
        List<VersionRow> versions,
        String count,
        boolean standing,
        List<ArticleRow> articles,
        String previous,
        String next) {
    public BookPage {
        lines = List.copyOf(lines);
        versions = List.copyOf(versions);
        articles = List.copyOf(articles);
    }
}
