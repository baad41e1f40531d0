package org.liptako.policy.vocabulary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to a space from one UTC day to another.
 *
 * @param from the first day, or null if it always was so
 * @param to the last day, or null if no end is known
 */
public record Membership(
        Set<String> members,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public Membership {
        members = Set.copyOf(members);
        if (members.isEmpty() || !members.stream().allMatch(Countries::isAssigned)) {
            throw new IllegalArgumentException("members must be country codes: " + members);
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a membership ends on %s, before it starts on %s".formatted(to, from));
        }
    }

    /** The first instant, included; {@link Instant#MIN} if it always was so. */
    public Instant start() {
        return from == null ? Instant.MIN : from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The end of the last day, excluded; {@link Instant#MAX} if no end is known. */
    public Instant end() {
        return to == null
                ? Instant.MAX
                : to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    boolean holds(Instant at) {
        return !at.isBefore(start()) && at.isBefore(end());
    }
}
