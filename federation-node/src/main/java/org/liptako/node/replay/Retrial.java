package org.liptako.node.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementOffered;
import org.liptako.node.journal.event.PlacementRefused;
import org.liptako.node.placement.JudgementWriter;
import org.liptako.node.placement.RefusedStatementException;
import org.liptako.node.placement.RuleWords;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Merge;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.rules.RuleSet;

/**
 * Judges decisions again: the same facts, as each State signed them, under the same rules, by engines of today. Not thread-safe.
 *
 * <p>What is compared is the decision document of each statement and the one that both together gave, byte for byte.
 */
public final class Retrial {
    private final DecisionInspection inspection;
    private final RuleShelf shelf;
    private final Function<RuleSet, List<PolicyEngine>> engines;
    private final Map<String, List<PolicyEngine>> made = new HashMap<>();

    /**
     * A retrial of decisions one after the other.
     *
     * @param engines makes the engines to judge by under a rule set; asked once for each
     */
    public Retrial(DecisionInspection inspection, RuleShelf shelf, Function<RuleSet, List<PolicyEngine>> engines) {
        this.inspection = inspection;
        this.shelf = shelf;
        this.engines = engines;
    }

    /** Judges a decision again. */
    public Replay replay(DecisionRecord record) {
        List<Flaw> flaws = new ArrayList<>(inspection.flaws(record));
        List<Retried> retried = new ArrayList<>();
        Said home = record.home();
        if (home != null) {
            try {
                retry(record, home, retried, flaws);
            } catch (MissingRulesException missing) {
                retried.add(new Retried.NotPossible(home.field(), missing.words()));
            } catch (RefusedStatementException refused) {
                flaws.add(new Flaw(home.field(), refused.words()));
            } catch (Failure failure) {
                flaws.add(new Flaw(home.field() + ".terms", failure.sentence()));
            }
        }
        return new Replay(record, flaws, retried);
    }

    private void retry(DecisionRecord record, Said home, List<Retried> retried, List<Flaw> flaws)
            throws MissingRulesException {
        if (record.host() == null && home.content().answers() != null) {
            retried.add(new Retried.NotPossible(
                    home.field(),
                    new Sentence(
                            "La déclaration de l'État hôte sur laquelle elle repose n'est pas dans le document donné ;"
                                    + " joignez-y l'entrée OFFER.",
                            "The host State's statement that it rests on is not in the document given; add the entry"
                                    + " OFFER to it.")));
            return;
        }
        Case tried = Case.of(home, record.host(), shelf.of(home.content()));
        List<PolicyEngine> judges =
                made.computeIfAbsent(tried.rules().digest(), digest -> engines.apply(tried.rules()));
        Map<String, Decision> homes = side(tried.home(), judges, EnumSet.of(Role.HOME, Role.REGION), retried);
        Optional<Case.Side> host = tried.host();
        Map<String, Decision> hosts = host.map(side -> side(side, judges, EnumSet.of(Role.HOST, Role.REGION), retried))
                .orElse(Map.of());
        record.decision()
                .ifPresent(recorded -> homes.forEach((engine, decision) -> {
                    Decision other = hosts.get(engine);
                    if (host.isEmpty() || other != null) {
                        Decision joint = other == null ? decision : Merge.of(decision, other);
                        retried.add(compared("decision", engine, recorded, joint));
                    }
                }));
        words(record, tried.rules()).ifPresent(flaws::add);
    }

    /** What each engine makes of one side's question; nothing to compare with where that side's engine gave no answer then. */
    private static Map<String, Decision> side(
            Case.Side side, List<PolicyEngine> judges, EnumSet<Role> roles, List<Retried> retried) {
        JsonNode recorded = side.said().content().decision();
        Map<String, Decision> decisions = new LinkedHashMap<>();
        for (PolicyEngine engine : judges) {
            String field = side.said().field() + ".decision";
            switch (engine.judge(side.facts(), roles)) {
                case Judgement.Decided decided -> {
                    decisions.put(engine.identity().name(), decided.decision());
                    if (recorded != null) {
                        retried.add(compared(field, engine.identity().name(), recorded, decided.decision()));
                    }
                }
                case Judgement.Undecided silent ->
                    retried.add(new Retried.NotPossible(
                            field,
                            new Sentence(
                                    "Le moteur " + engine.identity().name() + " n'a pas répondu : " + silent.detail(),
                                    "The engine " + engine.identity().name() + " gave no answer: " + silent.detail())));
            }
        }
        return decisions;
    }

    private static Retried compared(String field, String engine, JsonNode recorded, Decision again) {
        JsonNode document = JudgementWriter.document(again);
        if (recorded.toString().equals(document.toString())) {
            return new Retried.Same(field, engine);
        }
        return new Retried.Different(
                field,
                engine,
                Difference.between(field, recorded, document)
                        .orElseGet(() -> new Difference(field, recorded.toString(), document.toString())));
    }

    /** Whether the rules that the entry cites in words are those of the day. */
    private static Optional<Flaw> words(DecisionRecord record, RuleSet rules) {
        List<CitedRule> said = said(record);
        JsonNode decision = record.decision().orElse(null);
        if (said == null || decision == null) {
            return Optional.empty();
        }
        JsonNode again =
                JournalJson.mapper().valueToTree(RuleWords.journaled(JudgementWriter.decision(decision), rules));
        return Difference.between("rules", JournalJson.mapper().valueToTree(said), again)
                .map(found -> new Flaw(
                        found.field(),
                        new Sentence(
                                "l'entrée dit « " + found.recorded() + " », les règles d'alors disent « "
                                        + found.again() + " »",
                                "the entry says \"" + found.recorded() + "\", the rules of the day say \""
                                        + found.again() + "\"")));
    }

    private static @Nullable List<CitedRule> said(DecisionRecord record) {
        return switch (record.entry()) {
            case PlacementGranted grant -> grant.rules();
            case PlacementRefused refusal -> refusal.rules();
            case PlacementOffered offer -> null;
            case PlacementAccepted acceptance -> null;
        };
    }
}
