package org.liptako.node.placement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Finding;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.rules.RuleSet;

/**
 * What the rules say of a place for a copy of a dataset that keeps it safe: encrypted, for continuity, to be given back. By advice, so on what is known here,
 * and journaled nowhere. Thread-safe.
 */
public final class HostingAdvice {
    private static final String OPERATION = "REPLICATE";
    private static final String PURPOSE = "CONTINUITY";

    private final PlacementDesk checks;
    private final NodeTrust trust;
    private final State own;

    HostingAdvice(PlacementDesk checks, NodeTrust trust, State own) {
        this.checks = checks;
        this.trust = trust;
        this.own = own;
    }

    /** Whether a place may host it, and why. */
    public HostingWord of(DatasetId dataset, SiteId site) {
        try {
            return word(site, checks.check(new AskedTerms(dataset, OPERATION, site, PURPOSE, null, true, true)));
        } catch (Failure unknown) {
            if (unknown.code() == ErrorCode.NOT_KNOWN) {
                return new HostingWord(site, HostingVerdict.UNKNOWN, List.of(), List.of(unknown.sentence()));
            }
            throw unknown;
        }
    }

    /** Rules are silent on whom a node believes. */
    private HostingWord word(SiteId site, Judged judged) {
        Optional<Sentence> distrusted =
                judged.parties().host().flatMap(trust::distrusted).map(Reasons::obstacle);
        if (distrusted.isPresent()) {
            return new HostingWord(site, HostingVerdict.MAY_NOT, List.of(), List.of(distrusted.get()));
        }
        return switch (judged.judgement()) {
            case Judgement.Undecided silent ->
                new HostingWord(
                        site,
                        HostingVerdict.UNKNOWN,
                        List.of(),
                        List.of(Reasons.engine(silent.failure().name(), own)));
            case Judgement.Decided decided -> word(site, decided.decision(), judged);
        };
    }

    private static HostingWord word(SiteId site, Decision decision, Judged judged) {
        RuleSet rules = judged.rules().ruleSet();
        return switch (decision.verdict()) {
            case PERMIT ->
                new HostingWord(site, HostingVerdict.MAY, cited(decision, finding -> true, rules), List.of());
            case DENY, CONFLICT ->
                new HostingWord(
                        site,
                        HostingVerdict.MAY_NOT,
                        cited(decision, HostingAdvice::refuses, rules),
                        silences(decision));
            case INDETERMINATE -> {
                FactSupplier suppliers = new FactSupplier(rules.vocabulary());
                yield new HostingWord(
                        site,
                        HostingVerdict.UNKNOWN,
                        List.of(),
                        decision.missing().stream()
                                .map(code -> suppliers.words(code, judged.parties()))
                                .toList());
            }
        };
    }

    private static boolean refuses(Finding finding) {
        return finding.verdict() == Verdict.DENY;
    }

    /** The rules of some findings, with the articles that they rest on. */
    private static List<CitedRule> cited(Decision decision, Predicate<Finding> which, RuleSet rules) {
        Set<String> ids = decision.findings().stream()
                .filter(which)
                .flatMap(finding -> finding.rules().stream())
                .collect(Collectors.toSet());
        return RuleWords.journaled(decision, rules).stream()
                .filter(rule -> ids.contains(rule.id()))
                .toList();
    }

    /** What is not permitted in any words is refused. */
    private static List<Sentence> silences(Decision decision) {
        return decision.findings().stream()
                .filter(finding -> refuses(finding) && finding.rules().isEmpty())
                .map(finding -> RuleWords.sentence(finding.jurisdiction().label()))
                .distinct()
                .map(who -> new Sentence(
                        "Aucune règle ne le permet : " + who.fr() + ".", "No rule permits it: " + who.en() + "."))
                .toList();
    }
}
