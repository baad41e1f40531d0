package org.liptako.node.placement.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.placement.VerdictWords;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.decision.Role;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Obligation;

/** What a State finds of a copy or a grant: on its own rules and the AES's, as home or as host. */
record Word(RulesInForce rules, Decision decision) {
    private static final Set<Role> AS_HOME = EnumSet.of(Role.HOME, Role.REGION);
    private static final Set<Role> AS_HOST = EnumSet.of(Role.HOST, Role.REGION);

    /** The roles in which a State speaks of data of that home. */
    static Set<Role> roles(State own, State home) {
        return own == home ? AS_HOME : AS_HOST;
    }

    boolean permits() {
        return decision.verdict() == Verdict.PERMIT;
    }

    /** The word in short: two words with the same short form say the same to whoever must act on them. Empty for no objection. */
    String inShort() {
        if (permits()) {
            return "";
        }
        List<String> cited = decision.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.PERMIT)
                .flatMap(finding -> finding.rules().stream())
                .distinct()
                .sorted()
                .toList();
        return decision.verdict() + " " + String.join(" ", cited) + " " + String.join(" ", decision.missing());
    }

    /** By when a copy of which this is found must be moved or brought in order: as the rules that it is found by ask, else at once. Empty where it need not. */
    Optional<Instant> moveBy(Instant at) {
        return switch (decision.verdict()) {
            case PERMIT, INDETERMINATE -> Optional.empty();
            case DENY, CONFLICT ->
                Optional.of(terms().map(at::plus).min(Comparator.naturalOrder()).orElse(at));
        };
    }

    private Stream<Duration> terms() {
        RuleSet ruleSet = rules.ruleSet();
        return Stream.concat(
                        decision.obligedBy().stream(),
                        decision.findings().stream()
                                .filter(finding -> finding.verdict() == Verdict.DENY)
                                .flatMap(finding -> finding.rules().stream()))
                .flatMap(id -> ruleSet.rule(id).stream())
                .flatMap(rule -> rule.obligations().stream())
                .flatMap(code -> ruleSet.vocabulary().obligation(code).map(Obligation::days).stream())
                .map(Duration::ofDays);
    }

    Digest ruleSet() {
        return rules.digest();
    }

    JsonNode document() {
        return JournalJson.read(DecisionDocuments.text(decision), JsonNode.class);
    }

    List<CitedRule> cited() {
        return VerdictWords.cited(decision, rules.ruleSet());
    }

    Sentence words() {
        return VerdictWords.of(decision, rules.ruleSet());
    }
}
