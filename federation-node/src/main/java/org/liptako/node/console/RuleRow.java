package org.liptako.node.console;

import java.util.List;

/**
 * A rule that is cited, in words.
 *
 * @param standing how far its texts have come; empty where that is not said
 * @param articles the instruments and articles that it rests on, one each
 */
public record RuleRow(String id, String title, String standing, List<String> articles) {

    public RuleRow {
        articles = List.copyOf(articles);
    }
}
