package org.liptako.node.journal.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/**
 * A State has judged a copy that lies somewhere, and no longer finds what it said last. A State that has said nothing of a copy has no objection to it.
 *
 * @param verdict a code of the policy: PERMIT, INDETERMINATE, DENY or CONFLICT
 * @param cause what made it judge
 * @param ruleSet the digest of the rules it was judged under
 * @param decision the decision document: the findings of this State, as home or as host, and of the AES
 * @param rules those that the decision cites
 * @param words the finding in words, with the articles
 * @param moveBy by when the copy must be moved or brought in order; null where it may stay
 */
public record CopyJudged(
        Instant at,
        DatasetId dataset,
        SiteId site,
        String verdict,
        JudgingCause cause,
        Digest ruleSet,
        JsonNode decision,
        List<CitedRule> rules,
        Sentence words,
        @Nullable Instant moveBy)
        implements JournalEvent {
    public CopyJudged {
        rules = List.copyOf(rules);
    }
}
