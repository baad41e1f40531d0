package org.liptako.policy.analysis.question;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.policy.analysis.encoding.Search;
import org.liptako.policy.analysis.encoding.UnconfirmedExampleException;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Reason;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Rule;

/**
 * The bans that may be effective while rules of another kind act, each pair with a document. Every document that is found is decided once, and
 * shows all the pairs that it can; what is still open is asked of the bans a few at a time, for a search over few rules ends at once.
 */
final class Partners {

    /** So many of one rule are enough to mend it. */
    static final int MOST = 50;

    private static final int ASKED_TOGETHER = 16;

    private final Study study;
    private final Kind kind;
    private final List<Rule> bans;
    private final Map<String, Map<String, Partner>> found = new HashMap<>();

    /** What bans are sought for. */
    interface Kind {

        /** When a rule of this kind acts. */
        int acts(Rule rule);

        /** The rules of this kind that act where the engine has decided so. */
        Stream<String> acting(Decision decision);

        /** Whether a ban beside it is of interest to a rule of this kind. */
        boolean minds(Rule rule, Rule ban);
    }

    /** A ban, and a document on which it is effective while the rule acts. */
    record Partner(Rule ban, Facts facts) {}

    Partners(Study study, Kind kind) {
        this.study = study;
        this.kind = kind;
        this.bans = study.inForce(rule -> rule.effect().isBan()).toList();
    }

    /** All the partners of a rule or, if there are more, one more than {@link #MOST}. */
    List<Partner> of(Rule rule) {
        int acts = kind.acts(rule);
        List<Rule> open = bans.stream().filter(ban -> kind.minds(rule, ban)).toList();
        for (int from = 0; from < open.size() && !isFull(rule); from += ASKED_TOGETHER) {
            seek(rule, acts, open.subList(from, Math.min(from + ASKED_TOGETHER, open.size())));
        }
        return List.copyOf(partners(rule).values());
    }

    private void seek(Rule rule, int acts, List<Rule> few) {
        Search search = new Search(study.circuit());
        List<Rule> open = unpaired(rule, few);
        while (!open.isEmpty()) {
            int banned = study.circuit().or(open.stream().map(study::bans).toList());
            Optional<Facts> facts = study.document(search, acts, banned);
            if (facts.isEmpty()) {
                return;
            }
            note(facts.get());
            if (isFull(rule)) {
                return;
            }
            List<Rule> still = unpaired(rule, open);
            if (still.size() == open.size()) {
                throw new UnconfirmedExampleException(
                        rule.id() + " beside one of " + few.size() + " bans", facts.get());
            }
            open = still;
        }
    }

    /** Every pair that a document shows. */
    private void note(Facts facts) {
        Decision decision = study.decide(facts);
        List<Rule> cited = decision.findings().stream()
                .filter(finding -> finding.reason() == Reason.PROHIBITED)
                .flatMap(finding -> finding.rules().stream())
                .map(study::rule)
                .toList();
        kind.acting(decision)
                .map(study::rule)
                .forEach(rule -> cited.stream()
                        .filter(ban -> !isFull(rule) && kind.minds(rule, ban))
                        .forEach(ban -> partners(rule).putIfAbsent(ban.id(), new Partner(ban, facts))));
    }

    private List<Rule> unpaired(Rule rule, List<Rule> some) {
        Map<String, Partner> partners = partners(rule);
        return some.stream().filter(ban -> !partners.containsKey(ban.id())).toList();
    }

    private boolean isFull(Rule rule) {
        return partners(rule).size() > MOST;
    }

    private Map<String, Partner> partners(Rule rule) {
        return found.computeIfAbsent(rule.id(), id -> new LinkedHashMap<>());
    }

    /** Whether a decision cites a ban as effective. */
    static boolean isCited(String ban, Decision decision) {
        return decision.findings().stream()
                .anyMatch(finding ->
                        finding.reason() == Reason.PROHIBITED && finding.rules().contains(ban));
    }
}
