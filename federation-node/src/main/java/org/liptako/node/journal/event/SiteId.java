package org.liptako.node.journal.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A site's identifier in the federation, such as {@code ML-BKO-1}; {@code XX-…} for a place outside it. */
public record SiteId(@JsonValue String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Z]{2}-[A-Z0-9-]{1,61}");

    /** @throws IllegalArgumentException unless {@code value} is such an identifier */
    @JsonCreator
    public SiteId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A site is named like ML-BKO-1: two capitals, then capitals, digits and dashes.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
