package org.liptako.policy.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Section 5: one binding decision out of home's judgement (HOME and REGION) and host's (HOST and REGION). */
public final class Merge {
    private Merge() {}

    /**
     * Merges what home and host decided. The REGION finding is the worse of the two; where both are equally bad, both are cited.
     *
     * @throws DecisionFormatException if either decision speaks for a role that is not its node's
     */
    public static Decision of(Decision home, Decision host) {
        if (home.findings().isEmpty() || host.findings().isEmpty()) {
            return Decision.needing(sorted(Stream.of(home, host)
                    .filter(decision -> decision.findings().isEmpty())
                    .map(Decision::missing)));
        }
        refuseOtherRoles(home, Role.HOME);
        refuseOtherRoles(host, Role.HOST);
        List<Finding> findings = List.of(
                home.findings().getFirst(),
                host.findings().getFirst(),
                worse(home.findings().getLast(), host.findings().getLast()));
        return Decision.over(
                findings,
                united(home.obligations(), host.obligations()),
                sorted(Stream.of(home.obligedBy(), host.obligedBy())),
                earlier(home.validUntil(), host.validUntil()));
    }

    private static void refuseOtherRoles(Decision decision, Role own) {
        List<Role> roles = decision.findings().stream().map(Finding::role).toList();
        if (!roles.equals(List.of(own, Role.REGION))) {
            throw new DecisionFormatException("The decision of the " + own + " node must hold the findings " + own
                    + " and REGION, not " + roles + "; ask that node for these two roles.");
        }
    }

    private static Finding worse(Finding one, Finding other) {
        int order = one.verdict().compareTo(other.verdict());
        if (order != 0) {
            return order > 0 ? one : other;
        }
        return new Finding(
                one.jurisdiction(),
                one.role(),
                one.verdict(),
                one.reason(),
                sorted(Stream.of(one.rules(), other.rules())),
                sorted(Stream.of(one.derogations(), other.derogations())),
                sorted(Stream.of(one.missing(), other.missing())));
    }

    /** By rule id, then as the rule wrote them; what both sides ask for is asked once. */
    private static List<Obligation> united(List<Obligation> home, List<Obligation> host) {
        return Stream.of(home, host)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        Obligation::rule, TreeMap::new, Collectors.toCollection(LinkedHashSet::new)))
                .values()
                .stream()
                .flatMap(codes -> codes.stream())
                .toList();
    }

    private static <T extends Comparable<T>> List<T> sorted(Stream<List<T>> lists) {
        return new ArrayList<>(new TreeSet<>(lists.flatMap(List::stream).toList()));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
