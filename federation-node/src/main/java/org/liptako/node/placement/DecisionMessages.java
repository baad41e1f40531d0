package org.liptako.node.placement;

import java.util.List;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.placement.v1.CitedRule;
import org.liptako.placement.v1.Decision;
import org.liptako.placement.v1.Derogation;
import org.liptako.placement.v1.Finding;
import org.liptako.placement.v1.MissingFact;
import org.liptako.placement.v1.Obligation;
import org.liptako.policy.engine.Judgement;

/** Decisions as messages: the document, and everything it cites in words. */
final class DecisionMessages {
    private final DecisionWords words;
    private final WrittenDecisionMessages advised = new WrittenDecisionMessages();

    DecisionMessages(DecisionWords words) {
        this.words = words;
    }

    /** Advice: the findings of other States are previews. */
    Decision ofCheck(Judged judged) {
        return switch (judged.judgement()) {
            case Judgement.Decided decided ->
                advised.find(
                        judged.rules(),
                        new WrittenDecisionMessages.Content(decided.decision(), judged.parties()),
                        () -> message(words.ofCheck(judged)));
            case Judgement.Undecided silent -> message(words.ofCheck(judged));
        };
    }

    /** What a request was last judged to be. */
    Decision ofRuling(Ruling ruling, Placement placement) {
        return message(words.ofRuling(ruling, placement));
    }

    private static Decision message(WordedDecision decision) {
        List<String> missing = decision.missing().stream()
                .map(WordedDecision.MissingFact::code)
                .toList();
        Decision.Builder message = Decision.newBuilder()
                .setVerdict(decision.verdict())
                .addAllMissing(missing)
                .addAllObligedBy(decision.obligedBy())
                .setDocument(decision.document());
        decision.findings().forEach(finding -> message.addFindings(finding(finding)));
        decision.duties().forEach(duty -> message.addObligations(obligation(duty)));
        decision.cited().forEach(rule -> message.addCited(cited(rule)));
        decision.missing().forEach(fact -> message.addMissingFacts(missing(fact)));
        decision.validUntil().ifPresent(until -> message.setValidUntil(until.toString()));
        return message.build();
    }

    private static Finding finding(WordedDecision.Finding finding) {
        Finding.Builder message = Finding.newBuilder()
                .setJurisdiction(finding.jurisdiction())
                .setRole(finding.role())
                .setVerdict(finding.verdict())
                .setReason(finding.reason())
                .addAllRules(finding.rules())
                .addAllMissing(finding.missing())
                .setPreview(finding.preview());
        finding.lifted()
                .forEach(lifted -> message.addDerogations(
                        Derogation.newBuilder().setBan(lifted.ban()).setBy(lifted.by())));
        return message.build();
    }

    private static Obligation obligation(WordedDecision.Duty duty) {
        return Obligation.newBuilder()
                .setRule(duty.rule())
                .setCode(duty.code())
                .setLabel(SentenceMessages.toMessage(duty.label()))
                .build();
    }

    private static CitedRule cited(WordedDecision.Rule rule) {
        return CitedRule.newBuilder()
                .setId(rule.id())
                .setTitle(SentenceMessages.toMessage(rule.title()))
                .addAllLegalBasis(rule.legalBasis())
                .setStanding(rule.standing())
                .build();
    }

    private static MissingFact missing(WordedDecision.MissingFact fact) {
        return MissingFact.newBuilder()
                .setCode(fact.code())
                .setWords(SentenceMessages.toMessage(fact.words()))
                .build();
    }
}
