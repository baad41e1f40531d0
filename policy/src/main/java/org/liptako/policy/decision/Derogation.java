package org.liptako.policy.decision;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/** That the rule {@code by} lifts the ban {@code ban}; both fire. Sorted by ban, then by lifter. */
public record Derogation(String ban, String by) implements Comparable<Derogation> {
    public Derogation {
        requireNonNull(ban, "ban is null");
        requireNonNull(by, "by is null");
    }

    private static final Comparator<Derogation> ORDER =
            Comparator.comparing(Derogation::ban).thenComparing(Derogation::by);

    @Override
    public int compareTo(Derogation other) {
        return ORDER.compare(this, other);
    }
}
