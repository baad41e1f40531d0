package org.liptako.policy.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Finding;
import org.liptako.policy.decision.Obligation;
import org.liptako.policy.decision.Role;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/** The evaluator that runs inside the node: rules are compiled once, nothing is parsed when it judges. Immutable, thread-safe. */
public final class CompiledEngine implements PolicyEngine {
    private static final EngineIdentity IDENTITY = new EngineIdentity("embedded", "1");

    private final String digest;
    private final Vocabulary vocabulary;
    private final Fact home;
    private final Fact state;
    private final long needed;
    private final Chambers chambers;

    /** Compiles a rule set; takes a moment where there are thousands of rules. */
    public CompiledEngine(RuleSet rules) {
        this(rules, Optional.empty());
    }

    private CompiledEngine(RuleSet rules, Optional<CompiledEngine> before) {
        digest = rules.digest();
        vocabulary = rules.vocabulary();
        home = vocabulary.theFact("dataset.home");
        state = vocabulary.theFact("target.state");
        Fact operation = vocabulary.theFact("operation");
        needed = (1L << home.ordinal()) | (1L << state.ordinal()) | (1L << operation.ordinal());
        chambers = new Chambers(
                rules,
                operation,
                before.filter(earlier -> earlier.vocabulary.digest().equals(vocabulary.digest()))
                        .map(earlier -> earlier.chambers));
    }

    /** Compiles a rule set that differs from this engine's in some jurisdictions: those whose rules are the very same are not compiled again. */
    public CompiledEngine followedBy(RuleSet rules) {
        return new CompiledEngine(rules, Optional.of(this));
    }

    @Override
    public Judgement judge(Facts facts, Set<Role> roles) {
        return new Judgement.Decided(digest, IDENTITY, decide(facts, roles));
    }

    @Override
    public boolean judgesAtOnce() {
        return true;
    }

    @Override
    public String ruleSetDigest() {
        return digest;
    }

    @Override
    public EngineIdentity identity() {
        return IDENTITY;
    }

    /** How many rules the index leaves to be tried for one role; 0 where nobody is asked in it. */
    int candidates(Facts facts, Role role) {
        Chamber chamber = asked(role, facts);
        return chamber == null ? 0 : chamber.candidates(facts).length;
    }

    private Decision decide(Facts facts, Set<Role> roles) {
        if (facts.vocabulary() != vocabulary) {
            throw new IllegalArgumentException(
                    "The facts were read with another vocabulary than the rules; read both with the rule set's.");
        }
        long missing = needed & ~facts.known();
        if (missing != 0) {
            return Decision.needing(vocabulary.facts().stream()
                    .filter(fact -> ((missing >>> fact.ordinal()) & 1) != 0)
                    .map(Fact::code)
                    .sorted()
                    .toList());
        }
        List<Hearing> hearings = new ArrayList<>(3);
        for (Role role : Role.values()) {
            Chamber chamber = roles.contains(role) ? asked(role, facts) : null;
            if (chamber != null) {
                hearings.add(new Hearing(chamber, facts));
            }
        }
        return conclude(hearings, facts.atSecond());
    }

    /** Section 4, jurisdictions asked: data on their own State's soil have no host, nor have data outside the member States. */
    private @Nullable Chamber asked(Role role, Facts facts) {
        return switch (role) {
            case HOME -> chambers.home(facts.bits(home));
            case HOST -> facts.bits(state) == facts.bits(home) ? null : chambers.host(facts.bits(state));
            case REGION -> chambers.region();
        };
    }

    private static Decision conclude(List<Hearing> hearings, long second) {
        List<Finding> findings = new ArrayList<>(hearings.size());
        List<String> obligers = new ArrayList<>();
        boolean permitted = true;
        long changes = Long.MAX_VALUE;
        for (Hearing hearing : hearings) {
            Finding finding = hearing.finding();
            findings.add(finding);
            permitted &= finding.verdict() == Verdict.PERMIT;
            hearing.addObligersTo(obligers);
            changes = Math.min(changes, hearing.changesAfter(second));
        }
        obligers.sort(null);
        return Decision.over(
                findings, permitted ? obligations(hearings) : List.of(), obligers, Boundaries.instant(changes));
    }

    /** By rule id; the sort keeps the written order of one rule's codes. */
    private static List<Obligation> obligations(List<Hearing> hearings) {
        List<Obligation> obligations = new ArrayList<>();
        hearings.forEach(hearing -> hearing.addObligationsTo(obligations));
        obligations.sort(Comparator.comparing(Obligation::rule));
        return obligations;
    }
}
