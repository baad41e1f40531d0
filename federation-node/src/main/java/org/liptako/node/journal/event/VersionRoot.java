package org.liptako.node.journal.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A dataset's version: the Merkle root of its manifest, in hexadecimal. */
public record VersionRoot(@JsonValue String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException unless {@code value} is such an identifier */
    @JsonCreator
    public VersionRoot {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A version is named by the root of its manifest: 64 lower-case hexadecimal digits.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
