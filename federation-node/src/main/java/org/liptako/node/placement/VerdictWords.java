package org.liptako.node.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.wire.Citation;
import org.liptako.node.wire.Sentence;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Finding;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.rules.RuleSet;

/** A decision in words: who permits or refuses, by which rules, and the articles that these rest on. */
public final class VerdictWords {
    private VerdictWords() {}

    /** The decision in one sentence or two. */
    public static Sentence of(Decision decision, RuleSet rules) {
        return switch (decision.verdict()) {
            case PERMIT -> permitted(decision, rules);
            case DENY -> refused(decision, rules);
            case CONFLICT ->
                new Sentence(
                        "Le droit interdit ce qu'il impose : " + String.join(", ", decision.obligedBy())
                                + " l'impose. Les juristes des États concernés sont saisis. "
                                + refused(decision, rules).fr(),
                        "The law refuses what it demands: " + String.join(", ", decision.obligedBy())
                                + " demands it. The legal officers of the States concerned are told. "
                                + refused(decision, rules).en());
            case INDETERMINATE ->
                decision.missing().size() == 1
                        ? new Sentence(
                                "Fait manquant : " + String.join("", decision.missing())
                                        + ". Tant qu'il est inconnu, rien n'est permis.",
                                "A fact is missing: " + String.join("", decision.missing())
                                        + ". As long as it is unknown, nothing is permitted.")
                        : new Sentence(
                                "Faits manquants : " + String.join(", ", decision.missing())
                                        + ". Tant qu'ils sont inconnus, rien n'est permis.",
                                "Facts are missing: " + String.join(", ", decision.missing())
                                        + ". As long as they are unknown, nothing is permitted.");
        };
    }

    /** The rules that a decision cites, as the journal keeps them. */
    public static List<CitedRule> cited(Decision decision, RuleSet rules) {
        return RuleWords.journaled(decision, rules);
    }

    private static Sentence permitted(Decision decision, RuleSet rules) {
        String cited = cited(decision.findings().stream(), rules);
        return new Sentence("Permis par " + cited + ".", "Permitted by " + Citation.english(cited) + ".");
    }

    /** Every State's and the Alliance's refusal, each with its rules. */
    private static Sentence refused(Decision decision, RuleSet rules) {
        List<Finding> denials = decision.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.DENY)
                .toList();
        String cited = cited(denials.stream(), rules);
        String silent = denials.stream()
                .filter(finding -> finding.rules().isEmpty())
                .map(finding -> finding.jurisdiction().name())
                .distinct()
                .collect(Collectors.joining(", "));
        List<String> fr = new ArrayList<>();
        List<String> en = new ArrayList<>();
        if (!cited.isEmpty()) {
            fr.add("Refusé par " + cited + ".");
            en.add("Refused by " + Citation.english(cited) + ".");
        }
        if (!silent.isEmpty()) {
            fr.add("Refusé : aucune règle de " + silent + " ne le permet.");
            en.add("Refused: no rule of " + silent + " permits it.");
        }
        return new Sentence(String.join(" ", fr), String.join(" ", en));
    }

    private static String cited(Stream<Finding> findings, RuleSet rules) {
        return findings.flatMap(finding -> finding.rules().stream())
                .distinct()
                .map(id -> withArticles(id, rules))
                .collect(Collectors.joining(" ; "));
    }

    private static String withArticles(String id, RuleSet rules) {
        String articles = rules.rule(id)
                .map(rule -> String.join(", ", RuleWords.legalBasis(rule)))
                .orElse("");
        return articles.isEmpty() ? id : id + " (" + articles + ")";
    }
}
