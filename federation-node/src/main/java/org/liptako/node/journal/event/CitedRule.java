package org.liptako.node.journal.event;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.Sentence;

/**
 * A rule that a decision cites, in words, so that the entry stands by itself when the rule has long been repealed.
 *
 * @param words those of its obligations for which the product's own vocabulary has no words, but that of the decision's day has; null where there are none
 */
public record CitedRule(
        String id,
        Sentence title,
        List<String> legalBasis,
        @Nullable List<CitedObligation> words) {
    public CitedRule {
        legalBasis = List.copyOf(legalBasis);
        words = words == null ? null : List.copyOf(words);
    }

    /** A rule whose obligations the product's own vocabulary has the words for. */
    public CitedRule(String id, Sentence title, List<String> legalBasis) {
        this(id, title, legalBasis, null);
    }

    /** What an obligation of the rule was called on the decision's day, where the product's own vocabulary does not say. */
    public Optional<CitedObligation> word(String code) {
        return Optional.ofNullable(words).stream()
                .flatMap(List::stream)
                .filter(word -> word.code().equals(code))
                .findFirst();
    }
}
