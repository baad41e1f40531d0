package org.liptako.node.journal.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liptako.pki.name.State;

/** A dataset's identifier in the federation, such as {@code ML-DS-008}. */
public record DatasetId(@JsonValue String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Z]{2}-[A-Z0-9-]{1,61}");

    /** @throws IllegalArgumentException unless {@code value} is such an identifier */
    @JsonCreator
    public DatasetId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A dataset is named like ML-DS-008: its home State's code, then capitals, digits and dashes.");
        }
    }

    /** The member State whose code the identifier begins with: the only one that may call it its own; empty for an identifier that is no State's. */
    public Optional<State> home() {
        return State.ofCode(value.substring(0, 2));
    }

    @Override
    public String toString() {
        return value;
    }
}
