package org.liptako.node.placement;

import java.time.Instant;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * What the rules say of facts that somebody has made up.
 *
 * @param understood the facts as they were understood, in one sentence without a full stop
 * @param at the instant that was judged
 * @param ruleSet the digest of the rules that were judged by
 */
public record TriedFacts(WordedDecision decision, Bilingual understood, Instant at, Digest ruleSet) {}
