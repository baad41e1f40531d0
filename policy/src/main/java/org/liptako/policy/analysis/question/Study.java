package org.liptako.policy.analysis.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.liptako.policy.analysis.encoding.Circuit;
import org.liptako.policy.analysis.encoding.DocumentSpace;
import org.liptako.policy.analysis.encoding.Knowledge;
import org.liptako.policy.analysis.encoding.Moment;
import org.liptako.policy.analysis.encoding.RuleSetEncoding;
import org.liptako.policy.analysis.encoding.Search;
import org.liptako.policy.analysis.encoding.UnconfirmedExampleException;
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

/**
 * A rule set over all documents of one instant, or of several, ready to be asked: its circuit, one search that learns as it goes, and the engine that
 * confirms. Not thread-safe, but for {@link #confirmed}.
 */
public final class Study {

    private final RuleSet rules;
    private final List<Rule> inForce;
    private final DocumentSpace space;
    private final Moment moment;
    private final RuleSetEncoding encoding;
    private final Search search;
    private final CompiledEngine engine;
    private final Map<String, List<Rule>> derogers = new HashMap<>();
    private final Map<String, Integer> bans = new HashMap<>();

    public Study(CompiledEngine engine, RuleSet rules, Instant at) {
        this(engine, rules, List.of(at));
    }

    /**
     * A study of several instants at once: what is found is true at one of them, and a proof that there is nothing holds for all.
     *
     * @param engine of these rules
     */
    public Study(CompiledEngine engine, RuleSet rules, Collection<Instant> instants) {
        this.engine = engine;
        this.rules = rules;
        this.inForce = rules.rules().stream()
                .filter(rule -> instants.stream().anyMatch(rule::isInForce))
                .toList();
        this.space = new DocumentSpace(rules.vocabulary(), instants, inForce, Knowledge.EVERY_FACT);
        this.moment = space.moment(instants);
        this.encoding = new RuleSetEncoding(rules, space, moment);
        this.search = new Search(space.circuit());
        inForce.forEach(rule -> rule.derogatesFrom()
                .forEach(ban -> derogers.computeIfAbsent(ban, named -> new ArrayList<>())
                        .add(rule)));
    }

    RuleSet rules() {
        return rules;
    }

    /** The rule of an id. */
    Rule rule(String id) {
        return rules.rule(id).orElseThrow(() -> new IllegalArgumentException("no rule " + id));
    }

    /** What has a say in whether a ban is effective: the ban itself, and what derogates from it. */
    Stream<Rule> concerning(Rule ban) {
        return Stream.concat(Stream.of(ban), derogers.getOrDefault(ban.id(), List.of()).stream());
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

    /** The rules, in force at one of the instants, of which this is true. */
    Stream<Rule> inForce(Predicate<Rule> wanted) {
        return inForce.stream().filter(wanted);
    }

    /** A document on which all of this is true; empty is a proof that there is none. */
    Optional<Facts> document(int... literals) {
        return document(search, literals);
    }

    /** The same, over a search of its own: for a small question, where carrying the whole circuit along would take longer. */
    Optional<Facts> documentAlone(int... literals) {
        return document(new Search(circuit()), literals);
    }

    /** The same, over a search that is kept for questions of a few rules. */
    Optional<Facts> document(Search few, int... literals) {
        return few.all(literals).map(found -> space.document(found, moment.in(found)));
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
    Facts confirmed(Facts facts, String expected, Collection<Rule> concerned, Predicate<Decision> claim) {
        Facts least = least(facts, new CompiledEngine(rules.excerpt(concerned)), claim);
        if (claim.test(decide(least))) {
            return least;
        }
        if (claim.test(decide(facts))) {
            return least(facts, engine, claim);
        }
        throw new UnconfirmedExampleException(expected, facts);
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
