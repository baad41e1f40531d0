package org.liptako.node.placement;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.decision.Role;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Vocabulary;

/** Puts decisions into words: all that they cite, by the rules that they were made under. Thread-safe. */
final class DecisionWords {
    private final State own;
    private final RuleSets ruleSets;

    DecisionWords(State own, RuleSets ruleSets) {
        this.own = own;
        this.ruleSets = ruleSets;
    }

    /** Advice: the findings of other States are previews. */
    WordedDecision ofCheck(Judged judged) {
        return switch (judged.judgement()) {
            case Judgement.Decided decided ->
                decision(decided.decision(), judged.rules(), missing(judged.rules(), judged.parties()), true);
            case Judgement.Undecided silent -> noAnswer(silent.failure().name(), role(judged.parties()));
        };
    }

    /** A trial: nobody is asked for what is missing, so it is named and no more. */
    WordedDecision ofTrial(Judgement judgement, RulesInForce rules) {
        return switch (judgement) {
            case Judgement.Decided decided ->
                decision(
                        decided.decision(),
                        rules,
                        code -> named(code, rules.ruleSet().vocabulary()),
                        false);
            case Judgement.Undecided silent -> noAnswer(silent.failure().name(), Role.HOME);
        };
    }

    /** What a request was last judged to be. */
    WordedDecision ofRuling(Ruling ruling, Placement placement) {
        Parties parties = placement.parties(own);
        Decision decision = ruling.decision();
        if (decision == null) {
            return noAnswer(String.valueOf(ruling.engineFailure()), role(parties));
        }
        RulesInForce rules = ruleSets.of(ruling.ruleSet()).orElseGet(ruleSets::inForce);
        return decision(decision, rules, missing(rules, parties), false);
    }

    private Role role(Parties parties) {
        return parties.home() == own ? Role.HOME : Role.HOST;
    }

    /** An engine that gave no answer: what design calls the envelope says so; there is no decision document. */
    private WordedDecision noAnswer(String failure, Role role) {
        WordedDecision.Finding finding = new WordedDecision.Finding(
                own.name(), role.name(), Verdict.INDETERMINATE.name(), failure, List.of(), List.of(), List.of(), false);
        return new WordedDecision(
                Verdict.INDETERMINATE.name(),
                List.of(finding),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "",
                List.of());
    }

    private WordedDecision decision(
            Decision decision,
            RulesInForce rules,
            Function<String, WordedDecision.MissingFact> missing,
            boolean advice) {
        return new WordedDecision(
                decision.verdict().name(),
                decision.findings().stream()
                        .map(finding -> finding(finding, advice))
                        .toList(),
                decision.missing().stream().map(missing).toList(),
                decision.obligations().stream()
                        .map(obligation -> duty(obligation, rules))
                        .toList(),
                decision.obligedBy(),
                Optional.ofNullable(decision.validUntil()),
                DecisionDocuments.text(decision),
                RuleWords.cited(decision, rules.ruleSet()).stream()
                        .map(DecisionWords::cited)
                        .toList());
    }

    private WordedDecision.Finding finding(org.liptako.policy.decision.Finding finding, boolean advice) {
        return new WordedDecision.Finding(
                finding.jurisdiction().name(),
                finding.role().name(),
                finding.verdict().name(),
                finding.reason().name(),
                finding.rules(),
                finding.derogations().stream()
                        .map(derogation -> new WordedDecision.Lifted(derogation.ban(), derogation.by()))
                        .toList(),
                finding.missing(),
                advice
                        && finding.role() != Role.REGION
                        && !finding.jurisdiction().name().equals(own.name()));
    }

    private static Function<String, WordedDecision.MissingFact> missing(RulesInForce rules, Parties parties) {
        Vocabulary vocabulary = rules.ruleSet().vocabulary();
        return code -> missing(code, vocabulary, parties);
    }

    private static WordedDecision.MissingFact named(String code, Vocabulary vocabulary) {
        return new WordedDecision.MissingFact(
                code, RuleWords.sentence(vocabulary.theFact(code).label()), false);
    }

    private static WordedDecision.MissingFact missing(String code, Vocabulary vocabulary, Parties parties) {
        boolean ofTheHost = vocabulary
                .fact(code)
                .filter(fact -> HostMatters.isTheHosts(fact, parties))
                .isPresent();
        return new WordedDecision.MissingFact(code, new FactSupplier(vocabulary).words(code, parties), ofTheHost);
    }

    private static WordedDecision.Duty duty(org.liptako.policy.decision.Obligation obligation, RulesInForce rules) {
        Sentence label = rules.ruleSet()
                .vocabulary()
                .obligation(obligation.code())
                .map(known -> RuleWords.sentence(known.label()))
                .orElseGet(() -> new Sentence(spelled(obligation.code()), spelled(obligation.code())));
        return new WordedDecision.Duty(obligation.rule(), obligation.code(), label);
    }

    /** A code that the vocabulary has no label for: codes are words joined by underscores. */
    private static String spelled(String code) {
        return code.replace('_', ' ');
    }

    private static WordedDecision.Rule cited(Rule rule) {
        return new WordedDecision.Rule(
                rule.id(), RuleWords.sentence(rule.title()), RuleWords.legalBasis(rule), RuleWords.standing(rule));
    }
}
