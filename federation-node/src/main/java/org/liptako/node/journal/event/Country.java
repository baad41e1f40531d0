package org.liptako.node.journal.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liptako.pki.name.State;

/** A country, by its ISO 3166-1 alpha-2 code in capitals; a member State or any other. */
public record Country(@JsonValue String code) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Z]{2}");

    /** ISO 3166-1 leaves ZZ to its users: here, a country that is not known. */
    public static final Country UNKNOWN = new Country("ZZ");

    /** @throws IllegalArgumentException unless {@code code} is two capital letters */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Country {
        if (!GRAMMAR.matcher(code).matches()) {
            throw new IllegalArgumentException("A country is named by the two capitals of ISO 3166-1, such as ML.");
        }
    }

    public static Country of(State state) {
        return new Country(state.name());
    }

    /** The member State that this is; empty for a country outside the Alliance. */
    public Optional<State> member() {
        return State.ofCode(code);
    }

    public boolean is(State state) {
        return code.equals(state.name());
    }

    @Override
    public String toString() {
        return code;
    }
}
