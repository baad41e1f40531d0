package org.liptako.policy.rules;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a rule is in force.
 *
 * @param from its first local day
 * @param to its last local day, or null if it has no end
 * @param start the instant at which {@code from} begins in the rule's jurisdiction
 * @param end the instant at which {@code to} ends there, excluded; null if it has no end
 */
public record ForcePeriod(
        LocalDate from,
        @Nullable LocalDate to,
        Instant start,
        @Nullable Instant end) {

    public ForcePeriod {
        requireNonNull(from, "from is null");
        requireNonNull(start, "start is null");
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a rule's period ends on %s, before it starts on %s".formatted(to, from));
        }
    }

    public static ForcePeriod of(Jurisdiction jurisdiction, LocalDate from, @Nullable LocalDate to) {
        Instant end = to == null ? null : jurisdiction.startOf(to.plusDays(1));
        return new ForcePeriod(from, to, jurisdiction.startOf(from), end);
    }

    public boolean contains(Instant at) {
        return !at.isBefore(start) && (end == null || at.isBefore(end));
    }
}
