package org.liptako.policy.hosting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liptako.policy.analysis.encoding.DocumentSpace;
import org.liptako.policy.analysis.encoding.Knowledge;
import org.liptako.policy.analysis.encoding.RuleSetEncoding;
import org.liptako.policy.analysis.encoding.Search;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.rules.Capacity;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.rules.ForcePeriod;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.NamedCountries;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;

/**
 * Asks of each kind of place, a country and an operator, whether it may host what a facts document says, over all that the document leaves open: both
 * "always" and "never" are proofs. Not thread-safe.
 */
public final class KindsOfPlaces {
    private static final Bilingual NOTHING = new Bilingual("-", "-");

    private final Facts facts;
    private final NamedCountries countries;
    private final Fact state;
    private final Fact control;
    private final Fact site;
    private final CompiledEngine engine;
    private final DocumentSpace space;
    private final RuleSetEncoding encoding;
    private final Search search;

    /**
     * Prepares the questions.
     *
     * @param facts without a State, an operator and a site
     */
    public KindsOfPlaces(RuleSet rules, Facts facts) {
        this.facts = facts;
        this.countries = NamedCountries.of(rules);
        this.state = rules.vocabulary().theFact("target.state");
        this.control = rules.vocabulary().theFact("target.control");
        this.site = rules.vocabulary().theFact("target.site");
        if (facts.isKnown(state) || facts.isKnown(control) || facts.isKnown(site)) {
            throw new IllegalArgumentException("the facts name a place already");
        }
        this.engine = new CompiledEngine(rules);
        Instant at = facts.at();
        List<Rule> inForce = Stream.concat(
                        rules.rules().stream().filter(rule -> rule.isInForce(at)), Stream.of(asked()))
                .toList();
        this.space = new DocumentSpace(rules.vocabulary(), List.of(at), inForce, Knowledge.EVERY_FACT);
        this.encoding = new RuleSetEncoding(rules, space, at);
        this.search = new Search(space.circuit());
    }

    /** Every kind of place; countries outside the federation that fare alike under an operator stand together. */
    public List<HostPlace> answers() {
        List<HostPlace> answers = new ArrayList<>();
        for (String member : Countries.memberStates()) {
            control.words()
                    .forEach(operator ->
                            answers.add(new HostPlace(List.of(member), operator.label(), answer(member, operator))));
        }
        for (FactWord operator : control.words()) {
            Map<HostAnswer, List<String>> alike = new LinkedHashMap<>();
            others().forEach(country -> alike.computeIfAbsent(answer(country, operator), same -> new ArrayList<>())
                    .add(country));
            alike.forEach((answer, same) -> answers.add(new HostPlace(same, operator.label(), answer)));
        }
        return answers;
    }

    private Stream<String> others() {
        return Stream.concat(countries.codes().stream(), Stream.of(countries.stranger()))
                .filter(country -> !Countries.isMemberState(country));
    }

    private HostAnswer answer(String country, FactWord operator) {
        Decision decision = decide(with(country, operator));
        if (decision.verdict() != Verdict.INDETERMINATE) {
            return HostAnswer.of(decision);
        }
        int[] given = given(country, operator);
        Optional<Facts> permitted = document(given, encoding.permits());
        Optional<Facts> refused = document(given, -encoding.permits());
        if (permitted.isPresent() && refused.isPresent()) {
            return HostAnswer.of(decision);
        }
        return HostAnswer.of(decide(permitted.or(() -> refused).orElseThrow()));
    }

    private Optional<Facts> document(int[] given, int verdict) {
        return search.all(IntStream.concat(IntStream.of(given), IntStream.of(verdict))
                        .toArray())
                .map(found -> space.document(found, facts.at()));
    }

    /** Everything that the document says, and the place. */
    private int[] given(String country, FactWord operator) {
        IntStream said =
                facts.vocabulary().facts().stream().filter(facts::isKnown).mapToInt(fact -> space.agrees(fact, facts));
        return IntStream.concat(
                        said, IntStream.of(space.isCountry(state, country), space.hasWord(control, operator.rank())))
                .toArray();
    }

    private Facts with(String country, FactWord operator) {
        try {
            return facts.toBuilder()
                    .set(state, country)
                    .set(control, operator.code())
                    .build();
        } catch (FactsException impossible) {
            throw new IllegalStateException("a country and an operator of the vocabulary", impossible);
        }
    }

    private Decision decide(Facts complete) {
        return HostSites.decide(engine, complete);
    }

    /** A rule that never judges: it names what is asked about, so that the space, which is cut down to what rules name, has these values too. */
    private Rule asked() {
        Stream<Condition> places = Stream.concat(Countries.memberStates().stream(), others())
                .map(country -> new Condition.Is(state, new FactValue.Country(country)));
        Stream<Condition> said =
                facts.vocabulary().facts().stream().filter(facts::isKnown).flatMap(fact -> open(fact).stream());
        return new Rule(
                "AES-?",
                Jurisdiction.AES,
                NOTHING,
                NOTHING,
                List.of(),
                Effect.INTERDIRE,
                true,
                Capacity.TOUS,
                List.of(ForcePeriod.of(Jurisdiction.AES, LocalDate.ofInstant(facts.at(), ZoneOffset.UTC), null)),
                Condition.always(),
                new Condition.All(Stream.concat(places, said).toList()),
                List.of(),
                List.of());
    }

    /** The value of a fact whose domain is not listed. */
    private Optional<Condition> open(Fact fact) {
        return switch (fact.type()) {
            case COUNTRY ->
                Optional.of(new Condition.Is(fact, new FactValue.Country(Countries.unpack(facts.bits(fact)))));
            case INTEGER -> Optional.of(new Condition.Is(fact, new FactValue.Whole(facts.bits(fact))));
            case IDENTIFIER -> Optional.of(new Condition.Is(fact, new FactValue.Text(facts.text(fact))));
            case ENUM, ORDERED, SET, BOOLEAN -> Optional.empty();
        };
    }
}
