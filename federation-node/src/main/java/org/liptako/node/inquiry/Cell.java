package org.liptako.node.inquiry;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.Sentence;

/**
 * What stands in a cell.
 *
 * @param value as the column's type has it; empty if unknown or not applicable, and where there are words
 * @param words for what reads otherwise in each language; null for all else
 */
public record Cell(String value, @Nullable Sentence words) {
    static final Cell EMPTY = new Cell("", null);

    static Cell of(@Nullable Object value) {
        return value == null ? EMPTY : new Cell(value.toString(), null);
    }

    static Cell of(Optional<?> value) {
        return value.map(Cell::of).orElse(EMPTY);
    }

    static Cell list(Collection<?> values) {
        return new Cell(values.stream().map(Object::toString).collect(Collectors.joining(", ")), null);
    }

    static Cell words(Collection<Sentence> words) {
        if (words.isEmpty()) {
            return EMPTY;
        }
        return new Cell(
                "",
                new Sentence(
                        words.stream().map(Sentence::fr).collect(Collectors.joining(" ")),
                        words.stream().map(Sentence::en).collect(Collectors.joining(" "))));
    }

    static Cell days(Instant from, Instant to) {
        return of(Math.floorDiv(to.getEpochSecond() - from.getEpochSecond(), 86_400L));
    }

    /** As a person reads it who reads French, or English. */
    public String in(boolean french) {
        if (words == null) {
            return value;
        }
        return french ? words.fr() : words.en();
    }
}
