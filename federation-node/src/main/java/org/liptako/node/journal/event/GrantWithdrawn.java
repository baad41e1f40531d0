package org.liptako.node.journal.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/**
 * A State that has given or accepted a grant finds that it has lost its ground: nothing more may be done under it, at either end.
 *
 * @param site where the copy was to be
 * @param cause what made the State judge again
 * @param ruleSet the digest of the rules it was judged under
 * @param decision the decision document: the findings of this State, as home or as host, and of the AES
 * @param rules those that the decision cites
 * @param words why, with the articles
 */
public record GrantWithdrawn(
        Instant at,
        GrantSerial grant,
        DatasetId dataset,
        SiteId site,
        JudgingCause cause,
        Digest ruleSet,
        JsonNode decision,
        List<CitedRule> rules,
        Sentence words)
        implements JournalEvent {
    public GrantWithdrawn {
        rules = List.copyOf(rules);
    }
}
