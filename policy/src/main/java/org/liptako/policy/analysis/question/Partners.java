package org.liptako.policy.analysis.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.policy.analysis.UnconfirmedExampleException;
import org.liptako.policy.analysis.encoding.Circuit;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Reason;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Rule;

/** The bans that may be effective while something else is true: found a document at a time, each of which may show several. */
final class Partners {

    /** More than this of one rule nobody reads; the list then ends with the ones that were found first. */
    static final int MOST = 50;

    private Partners() {}

    /** A ban and a document on which it is effective while the other thing is true. */
    record Partner(Rule ban, Facts facts) {}

    static List<Partner> of(Study study, int literal, List<Rule> bans) {
        Map<Rule, Integer> open = new LinkedHashMap<>();
        bans.forEach(ban -> open.put(ban, study.circuit().and(literal, study.bans(ban))));
        open.values().removeIf(both -> both == Circuit.FALSE);
        List<Partner> partners = new ArrayList<>();
        while (!open.isEmpty() && partners.size() < MOST) {
            Optional<Facts> found = study.document(literal, study.circuit().or(open.values()));
            if (found.isEmpty()) {
                break;
            }
            Decision decision = study.decide(found.get());
            List<Rule> shown = open.keySet().stream()
                    .filter(ban -> isCited(ban.id(), decision))
                    .toList();
            if (shown.isEmpty()) {
                throw new UnconfirmedExampleException("one of the bans to be effective", found.get());
            }
            shown.forEach(ban -> {
                partners.add(new Partner(ban, found.get()));
                open.remove(ban);
            });
        }
        return partners;
    }

    /** Whether a decision cites a ban as effective. */
    static boolean isCited(String ban, Decision decision) {
        return decision.findings().stream()
                .anyMatch(finding ->
                        finding.reason() == Reason.PROHIBITED && finding.rules().contains(ban));
    }
}
