package org.liptako.policy.analysis.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.liptako.policy.analysis.UnconfirmedExampleException;
import org.liptako.policy.analysis.encoding.DocumentSpace;
import org.liptako.policy.analysis.encoding.Knowledge;
import org.liptako.policy.analysis.encoding.RuleSetEncoding;
import org.liptako.policy.analysis.encoding.Search;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Space;

/** The instants between two others at which the law begins or ceases to permit something, with a document for each. */
public final class Flips {

    private final RuleSet rules;
    private final CompiledEngine engine;

    public Flips(RuleSet rules) {
        this.rules = rules;
        this.engine = new CompiledEngine(rules);
    }

    /** One remark for each instant and direction; between them no verdict changes between PERMIT and another. */
    public List<Remark> between(Instant from, Instant until) {
        List<Remark> remarks = new ArrayList<>();
        for (Instant boundary : boundaries().subSet(from, false, until, true)) {
            remarks.addAll(at(boundary));
        }
        return remarks;
    }

    private NavigableSet<Instant> boundaries() {
        NavigableSet<Instant> boundaries = new TreeSet<>();
        rules.rules().stream()
                .flatMap(rule -> rule.periods().stream())
                .flatMap(period -> Stream.of(Optional.of(period.start()), Optional.ofNullable(period.end())))
                .flatMap(Optional::stream)
                .forEach(boundaries::add);
        rules.rules().stream()
                .flatMap(rule -> rule.spaces().stream())
                .distinct()
                .map(Space::boundaries)
                .forEach(boundaries::addAll);
        return boundaries;
    }

    private List<Remark> at(Instant boundary) {
        Instant before = boundary.minusSeconds(1);
        List<Rule> either = rules.rules().stream()
                .filter(rule -> rule.isInForce(before) || rule.isInForce(boundary))
                .toList();
        DocumentSpace space =
                new DocumentSpace(rules.vocabulary(), List.of(before, boundary), either, Knowledge.EVERY_FACT);
        int permitted = new RuleSetEncoding(rules, space, before).permits();
        int permits = new RuleSetEncoding(rules, space, boundary).permits();
        Search search = new Search(space.circuit());
        Bilingual begins = new Bilingual("À partir du %s, ceci devient permis", "From %s on, this becomes permitted");
        Bilingual ends =
                new Bilingual("À partir du %s, ceci n'est plus permis", "From %s on, this is no longer permitted");
        return Stream.of(
                        search.all(permits, -permitted)
                                .map(found -> remark(space.document(found, boundary), before, true, begins)),
                        search.all(permitted, -permits)
                                .map(found -> remark(space.document(found, boundary), before, false, ends)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Remark remark(Facts facts, Instant before, boolean begins, Bilingual sentence) {
        if (permits(at(facts, before)) == begins || permits(facts) != begins) {
            throw new UnconfirmedExampleException("a change of verdict", facts);
        }
        Facts least = facts;
        for (var fact : facts.vocabulary().facts()) {
            Facts without = Study.without(least, fact);
            if (Study.decide(engine, without).verdict()
                            == Study.decide(engine, least).verdict()
                    && Study.decide(engine, at(without, before)).verdict()
                            == Study.decide(engine, at(least, before)).verdict()) {
                least = without;
            }
        }
        return new Remark(Remark.Kind.FLIP, changed(facts.at()), sentence.with(facts.at()), least);
    }

    /** The rules that begin or end at an instant. */
    private List<String> changed(Instant boundary) {
        return rules.rules().stream()
                .filter(rule -> rule.periods().stream()
                        .anyMatch(period -> period.start().equals(boundary) || Objects.equals(period.end(), boundary)))
                .map(Rule::id)
                .toList();
    }

    private boolean permits(Facts facts) {
        return Study.decide(engine, facts).verdict() == Verdict.PERMIT;
    }

    private static Facts at(Facts facts, Instant instant) {
        try {
            return facts.toBuilder().at(instant).build();
        } catch (FactsException impossible) {
            throw new IllegalStateException(
                    "only the second before a rule's first day is outside the years", impossible);
        }
    }
}
