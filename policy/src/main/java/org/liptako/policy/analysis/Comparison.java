package org.liptako.policy.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.policy.analysis.encoding.Assignment;
import org.liptako.policy.analysis.encoding.Circuit;
import org.liptako.policy.analysis.encoding.DocumentSpace;
import org.liptako.policy.analysis.encoding.Knowledge;
import org.liptako.policy.analysis.encoding.RuleSetEncoding;
import org.liptako.policy.analysis.encoding.Search;
import org.liptako.policy.analysis.encoding.UnconfirmedExampleException;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Fact;

/**
 * What two rule sets permit differently at one instant, exactly: no difference is a proof that there is none.
 *
 * <p>Documents that say every fact are searched first (section 7). Only if they show no difference of a kind are the others searched: two sets that
 * permit the same may still ask for different facts, and then one of them permits a document on which the other is INDETERMINATE.
 */
public final class Comparison {

    private final RuleSet old;
    private final RuleSet now;
    private final Instant at;
    private final Confirmation oldEngine;
    private final Confirmation newEngine;

    /** Compares two rule sets of one vocabulary. */
    public Comparison(RuleSet old, RuleSet now, Instant at) {
        if (old.vocabulary() != now.vocabulary()) {
            throw new IllegalArgumentException("the rule sets have different vocabularies; load both with one.");
        }
        this.old = old;
        this.now = now;
        this.at = at;
        this.oldEngine = new Confirmation(new CompiledEngine(old));
        this.newEngine = new Confirmation(new CompiledEngine(now));
    }

    /**
     * At least one difference of each kind that there is; for documents that say every fact, one for each home State and operation that shows it.
     *
     * @throws UnconfirmedExampleException if the engine judges an example otherwise: a bug, and no result
     */
    public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        Pair complete = new Pair(Knowledge.EVERY_FACT);
        Pair any = null;
        for (Difference.Kind kind : Difference.Kind.values()) {
            List<Difference> found = complete.differences(kind, Integer.MAX_VALUE);
            if (found.isEmpty()) {
                any = any == null ? new Pair(Knowledge.ANY_FACTS) : any;
                found = any.differences(kind, 1);
            }
            differences.addAll(found);
        }
        return differences;
    }

    /** Both rule sets over the same documents. */
    private final class Pair {

        private final DocumentSpace space;
        private final Search search;
        private final int oldPermits;
        private final int newPermits;

        Pair(Knowledge knowledge) {
            List<Rule> rules = Stream.of(old, now)
                    .flatMap(set -> set.rules().stream())
                    .filter(rule -> rule.isInForce(at))
                    .toList();
            this.space = new DocumentSpace(old.vocabulary(), List.of(at), rules, knowledge);
            this.search = new Search(space.circuit());
            this.oldPermits = new RuleSetEncoding(old, space, at).permits();
            this.newPermits = new RuleSetEncoding(now, space, at).permits();
        }

        List<Difference> differences(Difference.Kind kind, int most) {
            int differ = switch (kind) {
                case NEWLY_PERMITTED -> space.circuit().and(newPermits, -oldPermits);
                case NO_LONGER_PERMITTED -> space.circuit().and(oldPermits, -newPermits);
            };
            List<Difference> found = new ArrayList<>();
            int wanted = differ;
            while (found.size() < most && wanted != Circuit.FALSE) {
                Optional<Assignment> one = search.all(wanted);
                if (one.isEmpty()) {
                    break;
                }
                Facts facts = space.document(one.get(), at);
                found.add(confirmed(kind, facts));
                wanted = space.circuit().and(wanted, -likeThis(facts));
            }
            return found;
        }

        /** The documents of the same home State and operation. */
        private int likeThis(Facts facts) {
            Fact home = space.vocabulary().theFact("dataset.home");
            Fact operation = space.vocabulary().theFact("operation");
            return space.circuit().and(space.agrees(home, facts), space.agrees(operation, facts));
        }
    }

    private Difference confirmed(Difference.Kind kind, Facts facts) {
        Decision before = oldEngine.decide(facts);
        Decision after = newEngine.decide(facts);
        boolean newly = kind == Difference.Kind.NEWLY_PERMITTED;
        if ((before.verdict() == Verdict.PERMIT) == newly || (after.verdict() == Verdict.PERMIT) != newly) {
            throw new UnconfirmedExampleException(kind.name(), facts);
        }
        return new Difference(kind, facts, before, after);
    }
}
