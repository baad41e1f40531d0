package org.liptako.policy.explain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * What the machine understood of one rule.
 *
 * @param title as the rule has it
 * @param lines sentences, and after a colon the items of a list, which begin with a dash; made from the model
 */
public record Explanation(String rule, Bilingual title, List<Bilingual> lines) {

    public Explanation {
        requireNonNull(rule, "rule is null");
        title = new Bilingual(FrenchText.of(title.fr()), title.en());
        lines = lines.stream()
                .map(line -> new Bilingual(FrenchText.of(line.fr()), line.en()))
                .toList();
    }
}
