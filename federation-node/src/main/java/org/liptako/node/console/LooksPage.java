package org.liptako.node.console;

import java.util.List;

/**
 * Who asked what.
 *
 * @param whose whether these are all, or the reader's own, in a sentence
 * @param kept since when questions are kept; empty if none was dropped
 * @param next the address of the next page; empty on the last one
 */
public record LooksPage(String asOf, String whose, String kept, List<LookRow> looks, String next) {
    public LooksPage {
        looks = List.copyOf(looks);
    }
}
