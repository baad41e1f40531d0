package org.liptako.policy.analysis;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.generated.GeneratedFacts;
import org.liptako.policy.generated.GeneratedPair;

/** One generated pair of rule sets, what the comparison says of it, and what sampling documents finds. */
public final class ComparisonSampling {
    private final GeneratedPair pair;
    private final GeneratedFacts documents;
    private final Instant at;
    private final List<Difference> differences;

    public ComparisonSampling(long seed) {
        this.pair = GeneratedPair.of(seed);
        this.documents = new GeneratedFacts(pair.now(), seed);
        this.at = documents.facts().at();
        this.differences = new Comparison(pair.old(), pair.now(), at).differences();
    }

    public GeneratedPair pair() {
        return pair;
    }

    public List<Difference> differences() {
        return differences;
    }

    /** The kinds of which sampling finds a difference and the comparison none. */
    public Set<Difference.Kind> missed(int samples) {
        Set<Difference.Kind> found = EnumSet.noneOf(Difference.Kind.class);
        CompiledEngine old = new CompiledEngine(pair.old());
        CompiledEngine now = new CompiledEngine(pair.now());
        for (int i = 0; i < samples; i++) {
            Facts facts = atTheInstant(documents.facts());
            boolean before = old.judge(facts).verdict() == Verdict.PERMIT;
            boolean after = now.judge(facts).verdict() == Verdict.PERMIT;
            if (before != after) {
                found.add(after ? Difference.Kind.NEWLY_PERMITTED : Difference.Kind.NO_LONGER_PERMITTED);
            }
        }
        differences.forEach(one -> found.remove(one.kind()));
        return found;
    }

    private Facts atTheInstant(Facts facts) {
        try {
            return facts.toBuilder().at(at).build();
        } catch (FactsException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
