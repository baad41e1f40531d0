package org.liptako.policy.analysis.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liptako.policy.analysis.encoding.DocumentSpace;
import org.liptako.policy.analysis.encoding.Knowledge;
import org.liptako.policy.analysis.encoding.Moment;
import org.liptako.policy.analysis.encoding.RuleSetEncoding;
import org.liptako.policy.analysis.encoding.Search;
import org.liptako.policy.analysis.encoding.UnconfirmedExampleException;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Space;

/** The instants between two others at which the law begins or ceases to permit something, with a document for each. */
public final class Flips {

    /** The larger, the fewer circuits; the smaller, the fewer instants in each. */
    private static final int ASKED_TOGETHER = 64;

    private static final Bilingual BEGINS =
            new Bilingual("À partir du %s, ceci devient permis", "From %s on, this becomes permitted");
    private static final Bilingual ENDS =
            new Bilingual("À partir du %s, ceci n'est plus permis", "From %s on, this is no longer permitted");

    private final RuleSet rules;
    private final CompiledEngine engine;

    public Flips(RuleSet rules) {
        this.rules = rules;
        this.engine = new CompiledEngine(rules);
    }

    /** One remark for each instant and direction; between them no verdict changes between PERMIT and another. */
    public List<Remark> between(Instant from, Instant until) {
        List<Instant> boundaries = List.copyOf(boundaries().subSet(from, false, until, true));
        return IntStream.range(0, (boundaries.size() + ASKED_TOGETHER - 1) / ASKED_TOGETHER)
                .parallel()
                .mapToObj(part -> boundaries.subList(
                        part * ASKED_TOGETHER, Math.min((part + 1) * ASKED_TOGETHER, boundaries.size())))
                .flatMap(some -> at(some).stream())
                .toList();
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

    /** Some boundaries over one circuit, so that what is learned of one serves the next. */
    private List<Remark> at(List<Instant> boundaries) {
        List<Instant> eves = boundaries.stream().map(Flips::eve).toList();
        List<Instant> instants =
                Stream.concat(eves.stream(), boundaries.stream()).distinct().toList();
        List<Rule> inForce = rules.rules().stream()
                .filter(rule -> instants.stream().anyMatch(rule::isInForce))
                .toList();
        DocumentSpace space = new DocumentSpace(rules.vocabulary(), instants, inForce, Knowledge.EVERY_FACT);
        Moment before = space.moment(eves);
        Moment after = space.moment(boundaries);
        int permitted = new RuleSetEncoding(rules, space, before).permits();
        int permits = new RuleSetEncoding(rules, space, after).permits();
        Search search = new Search(space.circuit());
        List<Remark> remarks = new ArrayList<>();
        for (Instant boundary : boundaries) {
            int here = space.circuit().and(before.is(eve(boundary)), after.is(boundary));
            search.all(here, permits, -permitted)
                    .map(found -> remark(space.document(found, boundary), true, BEGINS))
                    .ifPresent(remarks::add);
            search.all(here, permitted, -permits)
                    .map(found -> remark(space.document(found, boundary), false, ENDS))
                    .ifPresent(remarks::add);
        }
        return remarks;
    }

    private static Instant eve(Instant boundary) {
        return boundary.minusSeconds(1);
    }

    private Remark remark(Facts facts, boolean begins, Bilingual sentence) {
        Verdict now = verdict(facts);
        Verdict before = verdict(onTheEve(facts));
        if ((before == Verdict.PERMIT) == begins || (now == Verdict.PERMIT) != begins) {
            throw new UnconfirmedExampleException("a change of verdict", facts);
        }
        Facts least = facts;
        for (Fact fact : facts.vocabulary().facts()) {
            Facts without = Study.without(least, fact);
            if (verdict(without) == now && verdict(onTheEve(without)) == before) {
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

    private Verdict verdict(Facts facts) {
        return Study.decide(engine, facts).verdict();
    }

    private static Facts onTheEve(Facts facts) {
        try {
            return facts.toBuilder().at(eve(facts.at())).build();
        } catch (FactsException impossible) {
            throw new IllegalStateException(
                    "only the second before a rule's first day is outside the years", impossible);
        }
    }
}
