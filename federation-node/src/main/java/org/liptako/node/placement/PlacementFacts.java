package org.liptako.node.placement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsBuilder;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Puts facts documents together, each fact from its authority (policy, section 1). Thread-safe.
 *
 * <p>A register of a State that is neither home nor host is read from that State's journal as it is followed here. In a binding decision both sides say what
 * they have read of it, and it is known only where they say the same.
 */
public final class PlacementFacts {
    /** There is one vocabulary for each file, and so one of these for each. */
    private static final Map<Vocabulary, PlacementFacts> BY_VOCABULARY = new ConcurrentHashMap<>();

    private final Vocabulary vocabulary;
    private final RequesterFacts requester;
    private final HomeFacts home;
    private final HostFacts host;
    private final RegisterFacts registers;
    private final Fact sizeGb;
    private final Fact datasetId;
    private final Fact datasetHome;

    /** In the words of the rules that will judge. */
    public static PlacementFacts in(Vocabulary vocabulary) {
        return BY_VOCABULARY.computeIfAbsent(vocabulary, PlacementFacts::new);
    }

    private PlacementFacts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.requester = new RequesterFacts(vocabulary);
        this.home = new HomeFacts(vocabulary);
        this.host = new HostFacts(vocabulary);
        this.registers = new RegisterFacts(vocabulary);
        this.sizeGb = vocabulary.theFact("copy.size_gb");
        this.datasetId = vocabulary.theFact("dataset.id");
        this.datasetHome = vocabulary.theFact("dataset.home");
    }

    /** All that is known here of a question: for advice, which asks nobody. */
    public Facts known(PlacementTerms terms, Known known, Instant at) {
        FactsBuilder facts = Facts.builder(vocabulary).at(at);
        requester.tell(facts, terms);
        home.tell(facts, known.dataset());
        host.tell(facts, known.place(), size(known.dataset().dataset()));
        registers.tell(facts, known.authorisations(), keeper -> true);
        return build(facts);
    }

    /** What the home State may assert. */
    Facts ofHome(Known known, Instant at) {
        Parties parties = known.parties();
        FactsBuilder facts = Facts.builder(vocabulary).at(at);
        home.tell(facts, known.dataset());
        if (parties.host().isEmpty()) {
            host.tell(facts, known.place(), size(known.dataset().dataset()));
        }
        registers.tell(facts, known.authorisations(), mayTell(parties.home(), parties));
        return build(facts);
    }

    /** What the host State may assert, of a copy that home has described. */
    Facts ofHost(KnownPlace place, Map<State, String> authorisations, Parties parties, Facts homes) {
        FactsBuilder facts = Facts.builder(vocabulary).at(homes.at());
        OptionalLong size = homes.isKnown(sizeGb) ? OptionalLong.of(homes.bits(sizeGb)) : OptionalLong.empty();
        host.tell(facts, place, size);
        registers.tell(facts, authorisations, mayTell(parties.target(), parties));
        return build(facts);
    }

    /** Whether facts of a home State are about this dataset, as its own. */
    boolean isDataset(Facts homes, DatasetId dataset, State home) {
        return homes.codes(datasetId).equals(List.of(dataset.value()))
                && homes.codes(datasetHome).equals(List.of(home.name()));
    }

    private static OptionalLong size(Dataset dataset) {
        Long size = dataset.sizeGb();
        return size == null ? OptionalLong.empty() : OptionalLong.of(size);
    }

    /** Of the registers of home and host, each State tells its own; of others, what it has read. */
    private static Predicate<State> mayTell(State teller, Parties parties) {
        return keeper -> keeper == teller || !parties.include(keeper);
    }

    /**
     * The facts that a judgement is made on: the terms, and what each State asserts.
     *
     * @param hosts null as long as the host has not spoken, and where there is none
     * @throws Failure INVALID_REQUEST if the terms have a word that the vocabulary has not
     */
    public Facts joint(PlacementTerms terms, Parties parties, Facts homes, @Nullable Facts hosts) {
        FactsBuilder facts = homes.toBuilder();
        if (hosts != null) {
            for (Fact fact : vocabulary.facts()) {
                join(facts, fact, parties, homes, hosts);
            }
        }
        requester.tell(facts, terms);
        return build(facts);
    }

    private static void join(FactsBuilder facts, Fact fact, Parties parties, Facts homes, Facts hosts) {
        boolean homeMay = FactAuthority.mayAssert(parties.home(), fact, parties);
        boolean hostMay = FactAuthority.mayAssert(parties.target(), fact, parties);
        if (homeMay && hostMay) {
            if (!homes.codes(fact).equals(hosts.codes(fact))) {
                facts.forget(fact);
            }
        } else if (hostMay && hosts.isKnown(fact)) {
            copy(facts, fact, hosts);
        }
    }

    private static void copy(FactsBuilder facts, Fact fact, Facts from) {
        switch (fact.type()) {
            case BOOLEAN -> facts.set(fact, from.bits(fact) != 0);
            case INTEGER -> facts.set(fact, from.bits(fact));
            case SET -> facts.set(fact, from.codes(fact));
            case ENUM, ORDERED, COUNTRY, IDENTIFIER ->
                facts.set(fact, from.codes(fact).getFirst());
        }
    }

    private static Facts build(FactsBuilder facts) {
        try {
            return facts.build();
        } catch (FactsException e) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST, e.wording().fr(), e.wording().en());
        }
    }
}
