package org.liptako.node.placement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.policy.explain.FactsWords;
import org.liptako.policy.explain.FrenchText;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Judges facts that somebody has made up by the rules of a day, so that who reads or signs rules sees what they do. Nothing is read from the registry, nothing is
 * kept, nobody is bound. Thread-safe.
 */
public final class TrialDesk {
    private final State own;
    private final RuleSets ruleSets;
    private final DecisionWords words;
    private final Clock clock;

    TrialDesk(State own, RuleSets ruleSets, Clock clock) {
        this.own = own;
        this.ruleSets = ruleSets;
        this.words = new DecisionWords(own, ruleSets);
        this.clock = clock;
    }

    /** In which facts are made up for that day. */
    public Vocabulary vocabulary(Optional<LocalDate> day) {
        return ruleSets.inForce(instant(day)).ruleSet().vocabulary();
    }

    /**
     * Judges.
     *
     * @param said values by the dotted codes of facts, as a facts document writes them; a fact that is left out is unknown
     * @param day of this State; empty for now
     * @throws Failure INVALID_REQUEST if a value is no such fact's, or the day is past
     */
    public TriedFacts judge(Map<String, List<String>> said, Optional<LocalDate> day) {
        Instant at = instant(day);
        RulesInForce rules = ruleSets.inForce(at);
        Vocabulary vocabulary = rules.ruleSet().vocabulary();
        Facts facts = facts(MadeUpFacts.document(said, vocabulary, at), vocabulary);
        Bilingual understood = FactsWords.of(facts);
        return new TriedFacts(
                words.ofTrial(rules.engine().judge(facts), rules),
                new Bilingual(FrenchText.of(understood.fr()), understood.en()),
                at,
                rules.digest());
    }

    /** What was in force on past days is told by the answers of those days. */
    private Instant instant(Optional<LocalDate> day) {
        Instant now = clock.instant();
        Jurisdiction days = Jurisdiction.ofState(own.name()).orElseThrow();
        if (day.isEmpty()) {
            return now;
        }
        LocalDate wanted = day.get();
        if (!days.startOf(wanted.plusDays(1)).isAfter(now)) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Le " + wanted + " est passé : choisissez ce jour ou un jour à venir.",
                    wanted + " is past: choose today or a day to come.");
        }
        Instant start = days.startOf(wanted);
        return start.isAfter(now) ? start : now;
    }

    private static Facts facts(String document, Vocabulary vocabulary) {
        try {
            return new FactsReader(vocabulary).read(document);
        } catch (FactsException refused) {
            Bilingual which = vocabulary
                    .fact(refused.fact())
                    .map(Fact::label)
                    .orElseGet(() -> new Bilingual(refused.fact(), refused.fact()));
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    which.fr() + " : " + refused.wording().fr(),
                    which.en() + ": " + refused.wording().en());
        }
    }
}
