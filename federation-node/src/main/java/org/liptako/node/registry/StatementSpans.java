package org.liptako.node.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements that were read in bulk, each with the time that it holds: so they answer for every instant from that of the reading on. */
final class StatementSpans implements StatementFinder {
    private final Map<StatementKey, List<Span>> spans = new HashMap<>();

    /** What is stated, and the time that it holds: {@code to} is the first instant at which it no longer does. */
    record Span(Instant from, Instant to, Object value) {
        boolean holds(Instant at) {
            return !from.isAfter(at) && to.isAfter(at);
        }
    }

    /** A statement as it was read. */
    record Row(StatementKey key, Span span) {}

    void add(Row row) {
        spans.computeIfAbsent(row.key(), key -> new ArrayList<>(1)).add(row.span());
    }

    @Override
    public <T> Optional<T> said(StatementKey key, Class<T> type, Instant at) {
        for (Span span : of(key)) {
            if (span.holds(at)) {
                return Optional.of(type.cast(span.value()));
            }
        }
        return Optional.empty();
    }

    /** When something else is stated, or nothing any longer; {@link Instant#MAX} if that is not to come. */
    Instant changeAfter(StatementKey key, Instant at) {
        Instant next = Instant.MAX;
        for (Span span : of(key)) {
            next = earlier(next, span.from(), at);
            next = earlier(next, span.to(), at);
        }
        return next;
    }

    private static Instant earlier(Instant next, Instant bound, Instant at) {
        return bound.isAfter(at) && bound.isBefore(next) && bound.isBefore(Timeline.LAST) ? bound : next;
    }

    private List<Span> of(StatementKey key) {
        return spans.getOrDefault(key, List.of());
    }
}
