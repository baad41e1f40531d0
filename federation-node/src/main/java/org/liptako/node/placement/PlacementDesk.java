package org.liptako.node.placement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;

/**
 * Judges placements for advice: on what is known here, without a peer, a journal entry or a query of its own. Thread-safe.
 *
 * <p>Own and AES rules bind here; another State's published rules are judged too, and are a preview.
 */
public final class PlacementDesk {
    private final RuleSets ruleSets;
    private final RememberedKnowledge knowledge;
    private final PlacementFacts facts;
    private final Clock clock;
    private final Map<Verdict, Counter> checks = new EnumMap<>(Verdict.class);

    PlacementDesk(
            RuleSets ruleSets, RememberedKnowledge knowledge, PlacementFacts facts, Clock clock, MeterRegistry meters) {
        this.ruleSets = ruleSets;
        this.knowledge = knowledge;
        this.facts = facts;
        this.clock = clock;
        for (Verdict verdict : Verdict.values()) {
            checks.put(
                    verdict,
                    Counter.builder("liptako.placement.checks")
                            .description("Placements judged for advice")
                            .tag("verdict", verdict.name())
                            .register(meters));
        }
    }

    Judged check(AskedTerms asked) {
        Known known = knowledge.of(asked.dataset(), asked.targetSite(), asked.operation());
        PlacementTerms terms = asked.in(known.place().site().state());
        Instant at = clock.instant();
        RulesInForce rules = ruleSets.inForce(at);
        Facts judged = facts.known(terms, known, at);
        Judgement judgement = rules.engine().judge(judged);
        count(judgement.verdict());
        return new Judged(terms, known.parties(), at, rules, judgement);
    }

    private void count(Verdict verdict) {
        Counter counter = checks.get(verdict);
        if (counter != null) {
            counter.increment();
        }
    }
}
