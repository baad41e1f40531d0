package org.liptako.node.placement;

import java.util.Optional;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.node.wire.Sentence;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.CitedRule;
import org.liptako.placement.v1.Derogation;
import org.liptako.placement.v1.Finding;
import org.liptako.placement.v1.MissingFact;
import org.liptako.placement.v1.Obligation;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.decision.Role;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.rules.Rule;

/** Decisions as messages: the document, and everything it cites in words. */
final class DecisionMessages {
    private final State own;
    private final RuleSets ruleSets;
    private final WrittenDecisionMessages advised = new WrittenDecisionMessages();

    DecisionMessages(State own, RuleSets ruleSets) {
        this.own = own;
        this.ruleSets = ruleSets;
    }

    /** Advice: the findings of other States are previews. */
    org.liptako.placement.v1.Decision ofCheck(Judged judged) {
        return switch (judged.judgement()) {
            case Judgement.Decided decided -> advice(decided.decision(), judged.rules(), judged.parties());
            case Judgement.Undecided silent -> noAnswer(silent.failure().name(), judged.parties());
        };
    }

    private org.liptako.placement.v1.Decision advice(Decision decision, RulesInForce rules, Parties parties) {
        return advised.find(
                rules,
                new WrittenDecisionMessages.Content(decision, parties),
                () -> decision(decision, rules, parties, true));
    }

    /** What a request was last judged to be. */
    org.liptako.placement.v1.Decision ofRuling(Ruling ruling, Placement placement) {
        Parties parties = placement.parties(own);
        Decision decision = ruling.decision();
        return decision == null
                ? noAnswer(String.valueOf(ruling.engineFailure()), parties)
                : decision(decision, ruleSets.of(ruling.ruleSet()).orElseGet(ruleSets::inForce), parties, false);
    }

    /** An engine that gave no answer: what design calls the envelope says so; there is no decision document. */
    private org.liptako.placement.v1.Decision noAnswer(String failure, Parties parties) {
        Role role = parties.home() == own ? Role.HOME : Role.HOST;
        return org.liptako.placement.v1.Decision.newBuilder()
                .setVerdict(Verdict.INDETERMINATE.name())
                .addFindings(Finding.newBuilder()
                        .setJurisdiction(own.name())
                        .setRole(role.name())
                        .setVerdict(Verdict.INDETERMINATE.name())
                        .setReason(failure))
                .build();
    }

    private org.liptako.placement.v1.Decision decision(
            Decision decision, RulesInForce rules, Parties parties, boolean advice) {
        var message = org.liptako.placement.v1.Decision.newBuilder()
                .setVerdict(decision.verdict().name())
                .addAllMissing(decision.missing())
                .addAllObligedBy(decision.obligedBy())
                .setDocument(DecisionDocuments.text(decision));
        decision.findings().forEach(finding -> message.addFindings(finding(finding, advice)));
        decision.obligations().forEach(obligation -> message.addObligations(obligation(obligation, rules)));
        RuleWords.cited(decision, rules.ruleSet()).forEach(rule -> message.addCited(cited(rule)));
        FactSupplier suppliers = new FactSupplier(rules.ruleSet().vocabulary());
        decision.missing().forEach(code -> message.addMissingFacts(missing(code, parties, suppliers)));
        Optional.ofNullable(decision.validUntil()).ifPresent(until -> message.setValidUntil(until.toString()));
        return message.build();
    }

    private Finding finding(org.liptako.policy.decision.Finding finding, boolean advice) {
        Finding.Builder message = Finding.newBuilder()
                .setJurisdiction(finding.jurisdiction().name())
                .setRole(finding.role().name())
                .setVerdict(finding.verdict().name())
                .setReason(finding.reason().name())
                .addAllRules(finding.rules())
                .addAllMissing(finding.missing())
                .setPreview(advice
                        && finding.role() != Role.REGION
                        && !finding.jurisdiction().name().equals(own.name()));
        finding.derogations()
                .forEach(derogation -> message.addDerogations(
                        Derogation.newBuilder().setBan(derogation.ban()).setBy(derogation.by())));
        return message.build();
    }

    private static Obligation obligation(org.liptako.policy.decision.Obligation obligation, RulesInForce rules) {
        Sentence label = rules.ruleSet()
                .vocabulary()
                .obligation(obligation.code())
                .map(known -> RuleWords.sentence(known.label()))
                .orElseGet(() -> new Sentence(spelled(obligation.code()), spelled(obligation.code())));
        return Obligation.newBuilder()
                .setRule(obligation.rule())
                .setCode(obligation.code())
                .setLabel(SentenceMessages.toMessage(label))
                .build();
    }

    /** A code that the vocabulary has no label for: codes are words joined by underscores. */
    private static String spelled(String code) {
        return code.replace('_', ' ');
    }

    private static CitedRule cited(Rule rule) {
        return CitedRule.newBuilder()
                .setId(rule.id())
                .setTitle(SentenceMessages.toMessage(RuleWords.sentence(rule.title())))
                .addAllLegalBasis(RuleWords.legalBasis(rule))
                .setStanding(RuleWords.standing(rule))
                .build();
    }

    private static MissingFact missing(String code, Parties parties, FactSupplier suppliers) {
        return MissingFact.newBuilder()
                .setCode(code)
                .setWords(SentenceMessages.toMessage(suppliers.words(code, parties)))
                .build();
    }
}
