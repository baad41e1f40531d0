package org.liptako.node.journal.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liptako.pki.name.State;

/** A grant's serial, such as {@code ML-} and 32 hexadecimal digits; unique in the federation. */
public record GrantSerial(@JsonValue String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Z]{2}-[0-9a-f]{32}");

    /** @throws IllegalArgumentException unless {@code value} is such an identifier */
    @JsonCreator
    public GrantSerial {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A grant's serial is its home State's code, a dash and 32 lower-case hexadecimal digits.");
        }
    }

    /** The State that the serial says has given the grant; empty for a code that is no member State's. */
    public Optional<State> home() {
        return State.ofCode(value.substring(0, 2));
    }

    @Override
    public String toString() {
        return value;
    }
}
