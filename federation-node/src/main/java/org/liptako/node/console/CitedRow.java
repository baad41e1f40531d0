package org.liptako.node.console;

import java.util.stream.Collectors;
import org.liptako.node.journal.event.CitedRule;

/**
 * A rule that a decision cites.
 *
 * @param articles of the law that it rests on; may be empty
 */
public record CitedRow(String rule, String title, String articles) {
    static CitedRow of(CitedRule rule, Words words) {
        return new CitedRow(
                rule.id(),
                words.of(rule.title()),
                rule.legalBasis().stream().map(words::citation).collect(Collectors.joining(words.of("and"))));
    }
}
