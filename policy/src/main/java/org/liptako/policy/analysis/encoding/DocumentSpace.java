package org.liptako.policy.analysis.encoding;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsBuilder;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Every facts document that some rules can tell apart at some instants, as inputs of a circuit. Several rule sets may be encoded over one space, so
 * that one document can be asked about in all of them. Not thread-safe.
 */
public final class DocumentSpace {

    private final Vocabulary vocabulary;
    private final Set<Instant> instants;
    private final Circuit circuit = new Circuit();
    private final Map<Fact, FactVariables> variables = new LinkedHashMap<>();

    /**
     * The documents of some instants; but for {@code at}, a document may be asked about at each of them.
     *
     * @param rules all that will be encoded over this space, or more
     */
    public DocumentSpace(
            Vocabulary vocabulary, Collection<Instant> instants, Collection<Rule> rules, Knowledge knowledge) {
        this.vocabulary = vocabulary;
        this.instants = Set.copyOf(instants);
        Domains domains = new Domains(vocabulary, instants, rules);
        for (Fact fact : vocabulary.facts()) {
            int known = switch (knowledge) {
                case EVERY_FACT -> Circuit.TRUE;
                case ANY_FACTS -> circuit.input();
            };
            Domain domain = domains.of(fact);
            variables.put(
                    fact,
                    fact.type() == FactType.SET
                            ? new MemberVariables(domain, known, circuit)
                            : new LadderVariables(domain, known, circuit));
        }
    }

    public Circuit circuit() {
        return circuit;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Some of the instants, of which a search chooses one. */
    public Moment moment(Collection<Instant> some) {
        if (!instants.containsAll(some)) {
            throw new IllegalArgumentException("the space was not made for all of " + some);
        }
        return new Moment(some, circuit);
    }

    /** Whether a fact is known. */
    public int isKnown(Fact fact) {
        return of(fact).known();
    }

    /** Whether a fact is known and has this listed value. */
    public int hasWord(Fact fact, int rank) {
        return circuit.and(of(fact).known(), of(fact).holds(rank));
    }

    /** Whether a country fact is known and is this country. */
    public int isCountry(Fact fact, String code) {
        return circuit.and(of(fact).known(), of(fact).holds(Countries.pack(code)));
    }

    /** Whether a boolean fact is known and has this value. */
    public int isFlag(Fact fact, boolean value) {
        return circuit.and(of(fact).known(), of(fact).holds(value ? 1 : 0));
    }

    /** Whether the document says of a fact just what this one says. */
    public int agrees(Fact fact, Facts document) {
        FactVariables there = of(fact);
        if (!document.isKnown(fact)) {
            return -there.known();
        }
        return circuit.and(
                there.known(),
                switch (there) {
                    case MemberVariables members -> members.equal(document.bits(fact));
                    case LadderVariables ladder -> ladder.holds(ladder.domain().encodingIn(document));
                });
    }

    /** The document that a search found, at one of the instants. */
    public Facts document(Assignment assignment, Instant at) {
        FactsBuilder builder = Facts.builder(vocabulary).at(at);
        variables.forEach((fact, inputs) -> {
            if (assignment.holds(inputs.known())) {
                inputs.write(assignment, builder);
            }
        });
        try {
            return builder.build();
        } catch (FactsException impossible) {
            throw new IllegalStateException("every value of a domain is a value of its fact", impossible);
        }
    }

    FactVariables of(Fact fact) {
        FactVariables inputs = variables.get(fact);
        if (inputs == null) {
            throw new IllegalArgumentException(fact + " is of another vocabulary; encode rules with their own.");
        }
        return inputs;
    }
}
