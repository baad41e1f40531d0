package org.liptako.node.console;

import java.util.List;

/**
 * The editions that wait for signatures.
 *
 * @param asOf which node tells this, and when
 * @param books the rule books that the reader may write for
 */
public record SigningListPage(String asOf, List<Row> editions, List<RuleLink> books) {
    /**
     * One that waits.
     *
     * @param name whose rules, which version, from when
     * @param signed who has signed, of how many
     * @param brought who put it before the officers, and when
     */
    public record Row(String name, String href, String signed, String brought) {}

    public SigningListPage {
        editions = List.copyOf(editions);
        books = List.copyOf(books);
    }
}
