package org.liptako.policy.vocabulary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A dated group of countries, such as the AES, whose members change from one UTC day to the next. */
public record Space(String code, List<Membership> memberships) {

    public Space {
        requireNonNull(code, "code is null");
        memberships = List.copyOf(memberships);
        if (memberships.isEmpty()) {
            throw new IllegalArgumentException("space %s has no membership".formatted(code));
        }
    }

    public boolean contains(String country, Instant at) {
        return memberships.stream()
                .anyMatch(membership ->
                        membership.holds(at) && membership.members().contains(country));
    }

    /** The instants at which the membership may change, rising. */
    public List<Instant> boundaries() {
        return List.copyOf(memberships.stream()
                .flatMap(membership -> Stream.of(membership.start(), membership.end()))
                .filter(instant -> !instant.equals(Instant.MIN) && !instant.equals(Instant.MAX))
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
