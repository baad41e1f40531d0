package org.liptako.node.rulebook.reading;

import java.util.List;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * A sentence, and the list that it announces.
 *
 * @param items none for most sentences
 */
public record Passage(Bilingual words, List<Bilingual> items) {
    public Passage {
        items = List.copyOf(items);
    }
}
