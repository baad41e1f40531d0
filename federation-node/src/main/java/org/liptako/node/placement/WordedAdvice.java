package org.liptako.node.placement;

import java.time.Instant;
import java.util.Optional;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;

/**
 * What the rules say of a placement by advice, in words; it binds nobody.
 *
 * @param obstacle why nothing is granted whatever they say; empty if nothing stands against it
 * @param ruleSet the rules judged by
 */
public record WordedAdvice(WordedDecision decision, Optional<Sentence> obstacle, Digest ruleSet, Instant at) {}
