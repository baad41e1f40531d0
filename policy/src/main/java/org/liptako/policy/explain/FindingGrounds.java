package org.liptako.policy.explain;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.liptako.policy.decision.Derogation;
import org.liptako.policy.decision.Finding;
import org.liptako.policy.decision.Reason;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * Why one jurisdiction found as it did.
 *
 * @param sentence the finding in words
 * @param rules those that it rests on; where nothing permits, the permissions that came nearest
 * @param unsaid how many more permissions there are that do not permit
 */
public record FindingGrounds(Finding finding, Bilingual sentence, List<RuleGrounds> rules, int unsaid) {
    /** More than this nobody reads. */
    private static final int MOST_PERMISSIONS = 5;

    public FindingGrounds {
        sentence = new Bilingual(FrenchText.of(sentence.fr()), sentence.en());
        rules = List.copyOf(rules);
    }

    /**
     * The grounds of a finding.
     *
     * @param facts those that it was made on, in the words of the rules' vocabulary
     */
    public static FindingGrounds of(Finding finding, RuleSet rules, Facts facts) {
        RuleWords words = new RuleWords(rules);
        List<Rule> considered = rules.of(finding.jurisdiction()).rules().stream()
                .filter(rule -> rule.isInForce(facts.at()) && finding.role().hears(rule.capacity()))
                .toList();
        List<RuleGrounds> near =
                finding.reason() == Reason.NO_PERMISSION ? permissions(considered, facts, words) : List.of();
        List<RuleGrounds> told = Stream.concat(
                        near.stream().limit(MOST_PERMISSIONS),
                        named(finding, considered).map(rule -> RuleGrounds.of(rule, facts, words)))
                .toList();
        return new FindingGrounds(finding, sentence(finding), told, Math.max(0, near.size() - MOST_PERMISSIONS));
    }

    /** The rules that the finding cites, the bans that were lifted, and every derogation from either, whether it acted or not. */
    private static Stream<Rule> named(Finding finding, List<Rule> considered) {
        Set<String> ids = new HashSet<>(finding.rules());
        finding.derogations().stream().map(Derogation::ban).forEach(ids::add);
        return considered.stream()
                .filter(rule ->
                        ids.contains(rule.id()) || rule.derogatesFrom().stream().anyMatch(ids::contains));
    }

    /** Those that lack least come first. */
    private static List<RuleGrounds> permissions(List<Rule> considered, Facts facts, RuleWords words) {
        return considered.stream()
                .filter(rule -> rule.effect() == Effect.AUTORISER)
                .map(rule -> RuleGrounds.of(rule, facts, words))
                .sorted(Comparator.comparingLong(FindingGrounds::lacking)
                        .thenComparing(grounds -> grounds.rule().id()))
                .toList();
    }

    private static long lacking(RuleGrounds grounds) {
        return grounds.when().stream()
                .filter(line -> line.depth() == 0 && line.truth() != Truth.TRUE)
                .count();
    }

    private static Bilingual sentence(Finding finding) {
        Bilingual who = finding.jurisdiction().label();
        Bilingual role = switch (finding.role()) {
            case HOME -> new Bilingual("État d'origine", "home State");
            case HOST -> new Bilingual("État d'accueil", "host State");
            case REGION -> new Bilingual("règles communes", "common rules");
        };
        return new Bilingual("%s (%s) : %s", "%s (%s): %s").with(who, role, reason(finding));
    }

    private static Bilingual reason(Finding finding) {
        return switch (finding.reason()) {
            case PROHIBITED -> new Bilingual("refus, la loi l'interdit", "refused, the law bans it");
            case NO_PERMISSION -> new Bilingual("refus, aucune règle ne le permet", "refused, no rule permits it");
            case MISSING_FACTS ->
                new Bilingual("on ne peut décider, il manque un fait", "it cannot be decided, a fact is missing");
            case PERMITTED -> new Bilingual("permis", "permitted");
            case NO_OBJECTION -> new Bilingual("aucune objection", "no objection");
        };
    }
}
