package org.liptako.node.placement.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.RuleReach;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Which copies a change of the law may touch: of the State's own rules and the AES's, for no other binds here, those that are not what they were, or that have
 * begun or ended; and of these, what their own conditions let them speak of.
 */
final class LawChange {
    private final State own;
    private final Jurisdiction jurisdiction;
    private volatile @Nullable Dates dates;

    LawChange(State own) {
        this.own = own;
        this.jurisdiction = Jurisdiction.ofState(own.name()).orElseThrow();
    }

    /** What changes between two rule sets, the second in force. */
    Set<Matter> between(RuleSet before, RuleSet now) {
        if (before.vocabulary() != now.vocabulary()) {
            // A newer vocabulary only adds: the same files read by it mean the same. Other files cannot be compared
            // rule by rule.
            return before.of(jurisdiction).digest().equals(now.of(jurisdiction).digest())
                            && before.of(Jurisdiction.AES)
                                    .digest()
                                    .equals(now.of(Jurisdiction.AES).digest())
                    ? Set.of()
                    : Set.of(Matter.ofAll(JudgingCause.RULES));
        }
        Set<Rule> old = new HashSet<>(binding(before));
        Set<Rule> fresh = new HashSet<>(binding(now));
        return matters(
                Stream.concat(
                                old.stream().filter(rule -> !fresh.contains(rule)),
                                fresh.stream().filter(rule -> !old.contains(rule)))
                        .toList(),
                now.vocabulary());
    }

    /** What changes in one rule set from one instant, excluded, to a later one: rules begin and end, and so do memberships of the spaces that they name. */
    Set<Matter> between(Instant before, Instant now, RuleSet rules) {
        if (!datesOf(rules).changeBetween(before, now)) {
            return Set.of();
        }
        return matters(
                binding(rules).stream()
                        .filter(rule -> boundaries(rule)
                                .anyMatch(boundary -> boundary.isAfter(before) && !boundary.isAfter(now)))
                        .toList(),
                rules.vocabulary());
    }

    /** Asked every second, of tens of thousands of rules: their dates are gathered once. */
    private Dates datesOf(RuleSet rules) {
        Dates known = dates;
        if (known == null || known.rules() != rules) {
            known = new Dates(
                    rules,
                    binding(rules).stream()
                            .flatMap(LawChange::boundaries)
                            .collect(Collectors.toCollection(TreeSet::new)));
            dates = known;
        }
        return known;
    }

    private record Dates(RuleSet rules, NavigableSet<Instant> boundaries) {
        boolean changeBetween(Instant before, Instant now) {
            Instant next = boundaries.higher(before);
            return next != null && !next.isAfter(now);
        }
    }

    private List<Rule> binding(RuleSet rules) {
        return Stream.concat(rules.of(jurisdiction).rules().stream(), rules.of(Jurisdiction.AES).rules().stream())
                .toList();
    }

    private static Stream<Instant> boundaries(Rule rule) {
        return Stream.concat(
                rule.periods().stream()
                        .flatMap(period -> Stream.concat(Stream.of(period.start()), Stream.ofNullable(period.end()))),
                rule.spaces().stream().flatMap(space -> space.boundaries().stream()));
    }

    private Set<Matter> matters(List<Rule> rules, Vocabulary vocabulary) {
        Set<Matter> matters = new LinkedHashSet<>();
        RuleReach.of(rules).forEach(reach -> matters.addAll(matters(reach, vocabulary)));
        return matters;
    }

    /** The narrowest that the rule's conditions tell: named datasets, named sites, else whose data lie on whose soil. */
    private List<Matter> matters(RuleReach reach, Vocabulary vocabulary) {
        Optional<Set<String>> datasets = reach.values(vocabulary.theFact("dataset.id"));
        if (datasets.isPresent()) {
            return datasets.get().stream()
                    .flatMap(LawChange::dataset)
                    .map(dataset -> Matter.of(dataset, JudgingCause.RULES))
                    .toList();
        }
        Optional<Set<String>> sites = reach.values(vocabulary.theFact("target.site"));
        if (sites.isPresent()) {
            return sites.get().stream()
                    .flatMap(LawChange::site)
                    .map(site -> Matter.at(site, JudgingCause.RULES))
                    .toList();
        }
        return matters(
                reach.rule(),
                reach.values(vocabulary.theFact("dataset.home")),
                reach.values(vocabulary.theFact("target.state")));
    }

    private List<Matter> matters(Rule rule, Optional<Set<String>> homes, Optional<Set<String>> hosts) {
        List<Matter> matters = new ArrayList<>();
        for (State home : State.values()) {
            if (homes.filter(named -> !named.contains(home.name())).isEmpty()) {
                for (String host : hosts(hosts)) {
                    if (speaks(rule, home, host)) {
                        matters.add(new Matter(null, null, home, host, JudgingCause.RULES));
                    }
                }
            }
        }
        return matters;
    }

    private static List<String> hosts(Optional<Set<String>> named) {
        List<String> hosts = new ArrayList<>();
        for (State state : State.values()) {
            if (named.filter(codes -> !codes.contains(state.name())).isEmpty()) {
                hosts.add(state.name());
            }
        }
        if (named.filter(codes ->
                        codes.stream().allMatch(code -> State.ofCode(code).isPresent()))
                .isEmpty()) {
            hosts.add(Matter.OUTSIDE);
        }
        return hosts;
    }

    /** Whether this State is asked about such a copy in a role that hears the rule. */
    private boolean speaks(Rule rule, State home, String host) {
        boolean asHome = home == own;
        boolean asHost = !asHome && host.equals(own.name());
        if (rule.jurisdiction() == Jurisdiction.AES) {
            return asHome || asHost;
        }
        return (asHome && Role.HOME.hears(rule.capacity())) || (asHost && Role.HOST.hears(rule.capacity()));
    }

    private static Stream<DatasetId> dataset(String named) {
        try {
            return Stream.of(new DatasetId(named));
        } catch (IllegalArgumentException none) {
            // A rule may name what is no identifier of the federation; no copy is of it.
            return Stream.empty();
        }
    }

    private static Stream<SiteId> site(String named) {
        try {
            return Stream.of(new SiteId(named));
        } catch (IllegalArgumentException none) {
            return Stream.empty();
        }
    }
}
