package org.liptako.node.placement;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.CitedObligation;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.wire.Sentence;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Obligation;
import org.liptako.policy.rules.BasisStatus;
import org.liptako.policy.rules.LegalBasis;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Vocabulary;

/** The rules that a decision cites, in words, and the law that they rest on. */
public final class RuleWords {
    private RuleWords() {}

    /** Every rule that the decision names in any place, by id; one that is no longer in the rule set is left out. */
    static List<Rule> cited(Decision decision, RuleSet rules) {
        NavigableSet<String> ids = new TreeSet<>(decision.obligedBy());
        decision.obligations().stream().map(Obligation::rule).forEach(ids::add);
        decision.findings().forEach(finding -> {
            ids.addAll(finding.rules());
            finding.derogations().stream()
                    .flatMap(derogation -> Stream.of(derogation.ban(), derogation.by()))
                    .forEach(ids::add);
        });
        return ids.stream().flatMap(id -> rules.rule(id).stream()).toList();
    }

    /** Every rule that a decision names, as its journal entry tells of it. */
    public static List<CitedRule> journaled(Decision decision, RuleSet rules) {
        return cited(decision, rules).stream()
                .map(rule -> new CitedRule(
                        rule.id(), sentence(rule.title()), legalBasis(rule), newerWords(rule, decision, rules)))
                .toList();
    }

    /** Whoever reads the entry has the product's own words; newer ones may not have come to it yet. */
    private static @Nullable List<CitedObligation> newerWords(Rule rule, Decision decision, RuleSet rules) {
        List<CitedObligation> words = decision.obligations().stream()
                .filter(obligation -> obligation.rule().equals(rule.id()))
                .map(Obligation::code)
                .filter(code -> Vocabulary.standard().obligation(code).isEmpty())
                .flatMap(code -> rules.vocabulary().obligation(code).stream())
                .map(known -> new CitedObligation(known.code(), sentence(known.label()), known.days()))
                .toList();
        return words.isEmpty() ? null : words;
    }

    /** The instruments and articles, one line each. */
    static List<String> legalBasis(Rule rule) {
        return rule.legalBases().stream()
                .map(basis -> basis.instrument() + ", article " + basis.article())
                .toList();
    }

    /** The least of a rule's legal bases, as rule files write it. */
    static String standing(Rule rule) {
        return rule.legalBases().stream()
                .map(LegalBasis::status)
                .min(BasisStatus::compareTo)
                .orElse(BasisStatus.EXEMPLE)
                .word();
    }

    static Sentence sentence(Bilingual text) {
        return new Sentence(text.fr(), text.en());
    }
}
