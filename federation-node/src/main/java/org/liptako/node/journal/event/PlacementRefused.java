package org.liptako.node.journal.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.signature.SignedStatement;

/**
 * A request was refused, or could not be permitted.
 *
 * @param reason a code, such as {@code DENIED} or {@code RULES_DIFFER}
 * @param decision the decision document; null where none could be made
 * @param rules every rule that the findings cite, in words
 */
public record PlacementRefused(
        Instant at,
        RequestId request,
        PlacementTerms terms,
        String reason,
        Sentence words,
        Digest ruleSet,
        @Nullable JsonNode decision,
        List<CitedRule> rules,
        @Nullable SignedStatement homeStatement,
        @Nullable SignedStatement hostStatement)
        implements PlacementDecided {
    public PlacementRefused {
        rules = List.copyOf(rules);
    }
}
