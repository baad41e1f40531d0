package org.liptako.node.console;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.liptako.node.placement.WordedDecision;
import org.liptako.node.placement.WordedDecision.Finding;
import org.liptako.node.placement.WordedDecision.Rule;
import org.liptako.pki.name.State;

/** Puts a decision on a page: the verdict, what each State says with rule and article, what is missing, what is owed. */
final class DecisionWriter {
    private final Words words;

    DecisionWriter(Words words) {
        this.words = words;
    }

    DecisionView view(WordedDecision decision) {
        Map<String, Rule> cited = decision.cited().stream().collect(toUnmodifiableMap(Rule::id, identity()));
        return new DecisionView(
                coded("decision.verdict.", decision.verdict()),
                tone(decision.verdict()),
                decision.findings().stream()
                        .map(finding -> finding(finding, cited))
                        .toList(),
                decision.missing().stream().map(fact -> words.of(fact.words())).toList(),
                decision.duties().stream()
                        .map(duty -> words.of("decision.duty", words.of(duty.label()), duty.rule()))
                        .toList(),
                decision.obligedBy().isEmpty()
                        ? ""
                        : words.of("decision.obliged", String.join(words.of("and"), decision.obligedBy())),
                decision.validUntil()
                        .map(until -> words.of("decision.until", words.of(until)))
                        .orElse(""));
    }

    private FindingRow finding(Finding finding, Map<String, Rule> cited) {
        String reason = coded("reason.", finding.reason());
        return new FindingRow(
                who(finding),
                coded("decision.verdict.", finding.verdict()),
                tone(finding.verdict()),
                finding.preview() ? reason + words.of("and") + words.of("decision.preview") : reason,
                finding.rules().stream()
                        .flatMap(id -> Stream.ofNullable(cited.get(id)))
                        .map(this::rule)
                        .toList(),
                finding.lifted().stream()
                        .map(lifted -> words.of("decision.lifted", lifted.ban(), lifted.by()))
                        .toList());
    }

    private String who(Finding finding) {
        return State.ofCode(finding.jurisdiction())
                .map(state -> words.of("decision.who." + finding.role(), words.of(state)))
                .orElseGet(() -> words.of("decision.alliance"));
    }

    private RuleRow rule(Rule rule) {
        List<String> articles = rule.legalBasis().stream().map(words::citation).toList();
        return new RuleRow(rule.id(), words.of(rule.title()), coded("standing.", rule.standing()), articles);
    }

    /** A code that has no words, such as one of a later version, is shown as it is. */
    private String coded(String group, String code) {
        return words.has(group + code) ? words.of(group + code) : code;
    }

    private static String tone(String verdict) {
        return switch (verdict) {
            case "PERMIT" -> "good";
            case "INDETERMINATE" -> "open";
            default -> "bad";
        };
    }
}
