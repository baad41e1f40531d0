package org.liptako.node.placement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
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
 *
 * <p>A question is judged on the thread that brings it, which may be one of the network's, as long as nothing has to be waited for. Where the registry or an
 * engine beside the node must be asked, a thread that may wait goes on with it.
 */
public final class PlacementDesk {
    private final RuleSets ruleSets;
    private final RememberedKnowledge knowledge;
    private final Clock clock;
    private final Executor patient;
    private final Map<Verdict, Counter> checks = new EnumMap<>(Verdict.class);

    /** Takes the one answer to a question. */
    interface Answer {
        void judged(Judged judged);

        void failed(RuntimeException failure);
    }

    /** @param patient runs what has to wait */
    PlacementDesk(
            RuleSets ruleSets, RememberedKnowledge knowledge, Clock clock, MeterRegistry meters, Executor patient) {
        this.ruleSets = ruleSets;
        this.knowledge = knowledge;
        this.clock = clock;
        this.patient = patient;
        for (Verdict verdict : Verdict.values()) {
            checks.put(
                    verdict,
                    Counter.builder("liptako.placement.checks")
                            .description("Placements judged for advice")
                            .tag("verdict", verdict.name())
                            .register(meters));
        }
    }

    /** Judges, and answers at once or from another thread. */
    void check(AskedTerms asked, Answer answer) {
        Optional<Judged> judged = checkAtOnce(asked);
        if (judged.isPresent()) {
            answer.judged(judged.get());
        } else {
            patient.execute(() -> checkPatiently(asked, answer));
        }
    }

    private void checkPatiently(AskedTerms asked, Answer answer) {
        try {
            answer.judged(check(asked));
        } catch (RuntimeException failure) {
            answer.failed(failure);
        }
    }

    /** Judges, and waits for the registry and the engine as long as they take. */
    Judged check(AskedTerms asked) {
        Known known = knowledge.of(asked.dataset(), asked.targetSite(), asked.operation());
        Instant at = clock.instant();
        return judge(asked, known, at, ruleSets.inForce(at));
    }

    private Optional<Judged> checkAtOnce(AskedTerms asked) {
        Instant at = clock.instant();
        RulesInForce rules = ruleSets.inForce(at);
        return rules.engine().judgesAtOnce()
                ? knowledge
                        .fresh(asked.dataset(), asked.targetSite(), asked.operation())
                        .map(known -> judge(asked, known, at, rules))
                : Optional.empty();
    }

    private Judged judge(AskedTerms asked, Known known, Instant at, RulesInForce rules) {
        PlacementTerms terms = asked.in(known.place().site().state());
        Facts judged = PlacementFacts.in(rules.ruleSet().vocabulary()).known(terms, known, at);
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
