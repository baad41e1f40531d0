package org.liptako.node.rulebook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * The rules that this node judges by. Whoever judges asks once, for the instant that it judges, and keeps to what it was given: so a decision is under one
 * rule set, whatever comes into force meanwhile. Thread-safe.
 */
public final class RuleSets {
    private final Clock clock;
    private volatile RuleTimeline timeline;
    private volatile List<Vocabulary> vocabularies;

    /** The same rules at all times, until others are published. */
    public RuleSets(RulesInForce inForce, Clock clock) {
        this.timeline = RuleTimeline.of(inForce);
        this.vocabularies = Stream.of(Vocabulary.standard(), inForce.ruleSet().vocabulary())
                .distinct()
                .toList();
        this.clock = clock;
    }

    /** Those in force now. */
    public RulesInForce inForce() {
        return inForce(clock.instant());
    }

    /** Those in force at an instant not long ago. */
    public RulesInForce inForce(Instant at) {
        return timeline.at(at);
    }

    /** Those of that digest, if they are at hand. */
    public Optional<RulesInForce> of(Digest ruleSet) {
        return timeline.of(ruleSet);
    }

    /** The versions of the vocabulary that this node knows, rising: it can judge by rules that are written in any of them. */
    public List<Vocabulary> vocabularies() {
        return vocabularies;
    }

    /** The engine, by its name and version. */
    public String engine() {
        return inForce().engine().identity().toString();
    }

    /** Whether the engine answers: it is asked to judge a document that says nothing. */
    public boolean engineAnswers() {
        RulesInForce rules = inForce();
        try {
            Facts nothing = Facts.builder(rules.ruleSet().vocabulary())
                    .at(clock.instant())
                    .build();
            return rules.engine().judge(nothing) instanceof Judgement.Decided;
        } catch (FactsException e) {
            throw new IllegalStateException("The node's clock is outside the years that rules are judged in.", e);
        }
    }

    RuleTimeline timeline() {
        return timeline;
    }

    void replace(RuleTimeline other, PublishedWords words) {
        vocabularies = words.all();
        timeline = other;
    }
}
