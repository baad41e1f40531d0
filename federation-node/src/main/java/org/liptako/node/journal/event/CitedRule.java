package org.liptako.node.journal.event;

import java.util.List;
import org.liptako.node.wire.Sentence;

/** A rule that a decision cites, in words, so that the entry stands by itself when the rule has long been repealed. */
public record CitedRule(String id, Sentence title, List<String> legalBasis) {
    public CitedRule {
        legalBasis = List.copyOf(legalBasis);
    }
}
