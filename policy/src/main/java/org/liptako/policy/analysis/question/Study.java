package org.liptako.policy.analysis.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.liptako.policy.analysis.UnconfirmedExampleException;
import org.liptako.policy.analysis.encoding.Circuit;
import org.liptako.policy.analysis.encoding.DocumentSpace;
import org.liptako.policy.analysis.encoding.Knowledge;
import org.liptako.policy.analysis.encoding.RuleSetEncoding;
import org.liptako.policy.analysis.encoding.Search;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Fact;

/** A rule set at one instant, ready to be asked: its circuit, one search that learns as it goes, and the engine that confirms. Not thread-safe. */
public final class Study {
    private static final int MOST_KEPT = 2_000;

    private final RuleSet rules;
    private final Instant at;
    private final DocumentSpace space;
    private final RuleSetEncoding encoding;
    private final Search search;
    private final CompiledEngine engine;
    private final Map<String, Integer> bans = new HashMap<>();
    private final List<Example> examples = new ArrayList<>();

    public Study(RuleSet rules, Instant at) {
        this.rules = rules;
        this.at = at;
        List<Rule> inForce =
                rules.rules().stream().filter(rule -> rule.isInForce(at)).toList();
        this.space = new DocumentSpace(rules.vocabulary(), List.of(at), inForce, Knowledge.EVERY_FACT);
        this.encoding = new RuleSetEncoding(rules, space, at);
        this.search = new Search(space.circuit());
        this.engine = new CompiledEngine(rules);
    }

    RuleSet rules() {
        return rules;
    }

    DocumentSpace space() {
        return space;
    }

    RuleSetEncoding encoding() {
        return encoding;
    }

    Circuit circuit() {
        return space.circuit();
    }

    /** The roles in which a rule speaks. */
    static List<Role> roles(Rule rule) {
        return Arrays.stream(Role.values())
                .filter(role -> (role == Role.REGION) != rule.jurisdiction().isState())
                .filter(role -> role.hears(rule.capacity()))
                .toList();
    }

    /** When a rule is considered and fires, in any of its roles. */
    int fires(Rule rule) {
        return circuit()
                .or(roles(rule).stream()
                        .map(role -> circuit()
                                .and(
                                        encoding.isAsked(rule.jurisdiction(), role),
                                        encoding.of(rule.jurisdiction(), role).fires(rule)))
                        .toList());
    }

    /** When a ban is considered and effective, in any of its roles. */
    int bans(Rule ban) {
        return bans.computeIfAbsent(ban.id(), id -> effective(ban));
    }

    private int effective(Rule ban) {
        return circuit()
                .or(roles(ban).stream()
                        .map(role -> circuit()
                                .and(
                                        encoding.isAsked(ban.jurisdiction(), role),
                                        -encoding.of(ban.jurisdiction(), role).isHarmless(ban)))
                        .toList());
    }

    /** The rules in force that are of one of these effects. */
    Stream<Rule> inForce(Predicate<Rule> wanted) {
        return rules.rules().stream().filter(rule -> rule.isInForce(at)).filter(wanted);
    }

    /** A document on which all of this is true; empty is a proof that there is none. */
    Optional<Facts> document(int... literals) {
        return search.all(literals).map(found -> space.document(found, at));
    }

    /** The same, over a search of its own: for a small question, where carrying the whole circuit along would take longer. */
    Optional<Facts> documentAlone(int... literals) {
        return new Search(circuit()).all(literals).map(found -> space.document(found, at));
    }

    /** A document that was found, and what the engine decides on it. */
    record Example(Facts facts, Decision decision) {}

    /** The same as {@link #document}, decided, and kept: what it shows besides need not be looked for again. */
    Optional<Example> example(int... literals) {
        Optional<Example> found = document(literals).map(facts -> new Example(facts, decide(facts)));
        if (examples.size() < MOST_KEPT) {
            found.ifPresent(examples::add);
        }
        return found;
    }

    /** The examples that were found until now. */
    List<Example> examples() {
        return List.copyOf(examples);
    }

    Decision decide(Facts facts) {
        return decide(engine, facts);
    }

    static Decision decide(CompiledEngine engine, Facts facts) {
        return switch (engine.judge(facts)) {
            case Judgement.Decided decided -> decided.decision();
            case Judgement.Undecided undecided ->
                throw new IllegalStateException("the embedded engine always decides: " + undecided.detail());
        };
    }

    /**
     * The document without the facts that the claim does not need.
     *
     * @param concerned the rules that the claim hangs on: facts are left out under them alone, which is quicker, as long as all rules together
     *     confirm what is left
     * @throws UnconfirmedExampleException if the engine does not confirm the claim in the first place
     */
    Facts confirmed(Facts facts, String expected, Predicate<Rule> concerned, Predicate<Decision> claim) {
        if (!claim.test(decide(facts))) {
            throw new UnconfirmedExampleException(expected, facts);
        }
        Facts least = least(facts, new CompiledEngine(rules.excerpt(concerned)), claim);
        return claim.test(decide(least)) ? least : least(facts, engine, claim);
    }

    private static Facts least(Facts facts, CompiledEngine engine, Predicate<Decision> claim) {
        Facts least = facts;
        for (Fact fact : facts.vocabulary().facts()) {
            Facts without = without(least, fact);
            if (claim.test(decide(engine, without))) {
                least = without;
            }
        }
        return least;
    }

    static Facts without(Facts facts, Fact fact) {
        try {
            return facts.toBuilder().forget(fact).build();
        } catch (FactsException impossible) {
            throw new IllegalStateException("a document does not break by saying less", impossible);
        }
    }

    static List<Jurisdiction> states() {
        return Jurisdiction.all().stream().filter(Jurisdiction::isState).toList();
    }
}
