package org.liptako.node.journal.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name that a caller gives a placement request, so that it can be repeated; unique in the home State. */
public record RequestId(@JsonValue String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    /** @throws IllegalArgumentException unless {@code value} is such an identifier */
    @JsonCreator
    public RequestId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("A request is named by 8 to 64 letters, digits, dashes or underscores.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
