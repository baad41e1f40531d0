package org.liptako.node.placement.impact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.placement.held.HeldCopy;
import org.liptako.node.placement.held.IncidentTurns;
import org.liptako.node.placement.impact.AffectedCopy.Change;
import org.liptako.node.placement.impact.Scales.Weighed;

/** Weighs one copy after the other over a stretch of time, at every instant at which law or facts change for it. Immutable. */
final class CopyWeighing {
    private final Scales scales;
    private final Instant from;
    private final Instant until;
    private final IncidentTurns turns;

    CopyWeighing(Scales scales, Instant from, Instant until) {
        this.scales = scales;
        this.from = from;
        this.until = until;
        this.turns = IncidentTurns.of(List.of(scales.old(), scales.proposed()));
    }

    /**
     * What becomes of a copy.
     *
     * @param atFirst as at the beginning
     * @param affected the times for which it is judged otherwise, in order; none if it never is
     */
    record Outcome(Weighed atFirst, List<AffectedCopy> affected) {}

    Outcome weigh(HeldCopy copy) {
        Weighed atFirst = scales.weigh(copy, from);
        List<AffectedCopy> affected = new ArrayList<>(0);
        Weighed now = atFirst;
        Instant since = from;
        Change standing = now.change().orElse(null);
        for (Instant at = next(copy, now, from); at.isBefore(until); at = next(copy, now, at)) {
            now = scales.weigh(copy, at);
            Change change = now.change().orElse(null);
            if (kind(change) != kind(standing)) {
                add(affected, copy, standing, since, Optional.of(at));
                standing = change;
                since = at;
            }
        }
        add(affected, copy, standing, since, Optional.empty());
        return new Outcome(atFirst, affected);
    }

    private static @Nullable ImpactKind kind(@Nullable Change change) {
        return change == null ? null : change.kind();
    }

    private static void add(
            List<AffectedCopy> affected,
            HeldCopy copy,
            @Nullable Change change,
            Instant since,
            Optional<Instant> until) {
        if (change != null) {
            affected.add(new AffectedCopy(
                    copy.statement(), copy.dataset(), copy.host(), copy.terms().operation(), change, since, until));
        }
    }

    /** When law or facts change for the copy; the end of time if they never do. */
    private Instant next(HeldCopy copy, Weighed now, Instant at) {
        return Stream.of(
                        Optional.ofNullable(now.was().decision().validUntil()),
                        Optional.ofNullable(now.will().decision().validUntil()),
                        copy.factsChangeAfter(at, turns))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
