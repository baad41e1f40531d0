package org.liptako.policy.analysis.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.liptako.policy.analysis.UnconfirmedExampleException;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Reason;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Rule;

/**
 * The bans that may be effective while something else is true, each with a document: found a document at a time, each of which may show
 * several.
 *
 * @param more whether there are others, which nobody would read
 */
record Partners(List<Partner> found, boolean more) {

    /** So many of one rule are enough to mend it. */
    static final int MOST = 50;

    /** A ban and a document on which it is effective while the other thing is true. */
    record Partner(Rule ban, Facts facts) {}

    /**
     * All of them, or {@link #MOST} and word that there are more.
     *
     * @param literal the other thing
     * @param seen whether it is true where the engine has decided so
     */
    static Partners of(Study study, int literal, Predicate<Decision> seen, List<Rule> bans) {
        int banned = study.circuit()
                .and(literal, study.circuit().or(bans.stream().map(study::bans).toList()));
        Map<String, Rule> open = new LinkedHashMap<>();
        bans.forEach(ban -> open.put(ban.id(), ban));
        List<Partner> found = new ArrayList<>();
        study.examples().stream()
                .filter(example -> seen.test(example.decision()))
                .takeWhile(example -> found.size() < MOST)
                .forEach(example -> found.addAll(shownBy(example, open)));
        while (!open.isEmpty() && found.size() < MOST) {
            Optional<Study.Example> example = next(study, banned, found, open);
            if (example.isEmpty()) {
                return new Partners(found, false);
            }
            List<Partner> shown = shownBy(example.get(), open);
            if (shown.isEmpty()) {
                throw new UnconfirmedExampleException(
                        "one of the bans to be effective", example.get().facts());
            }
            found.addAll(shown);
        }
        return new Partners(found, next(study, banned, found, open).isPresent());
    }

    /** A document without any of the bans already found is quicker to ask for; if there is none, any that shows an open one. */
    private static Optional<Study.Example> next(Study study, int literal, List<Partner> found, Map<String, Rule> open) {
        int[] alone = Stream.concat(Stream.of(literal), found.stream().map(partner -> -study.bans(partner.ban())))
                .mapToInt(Integer::intValue)
                .toArray();
        return study.example(alone)
                .or(() -> study.example(
                        literal,
                        study.circuit()
                                .or(open.values().stream().map(study::bans).toList())));
    }

    private static List<Partner> shownBy(Study.Example example, Map<String, Rule> open) {
        List<Rule> shown = open.values().stream()
                .filter(ban -> isCited(ban.id(), example.decision()))
                .toList();
        shown.forEach(ban -> open.remove(ban.id()));
        return shown.stream().map(ban -> new Partner(ban, example.facts())).toList();
    }

    /** Whether a rule has a say in whether a ban is effective: the ban itself, and what derogates from it. */
    static boolean concerns(Rule ban, Rule rule) {
        return rule.id().equals(ban.id()) || rule.derogatesFrom().contains(ban.id());
    }

    /** Whether a decision cites a ban as effective. */
    static boolean isCited(String ban, Decision decision) {
        return decision.findings().stream()
                .anyMatch(finding ->
                        finding.reason() == Reason.PROHIBITED && finding.rules().contains(ban));
    }
}
