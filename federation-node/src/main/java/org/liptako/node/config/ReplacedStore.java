package org.liptako.node.config;

import java.util.Optional;
import java.util.UUID;

/**
 * The store that an operator says another has replaced. It names what is given up, so that the key means nothing any more once it was heeded.
 *
 * @param name of the store; empty for one that never had a name
 */
public record ReplacedStore(Optional<UUID> name) {
    private static final String UNMARKED = "unmarked";

    static ReplacedStore of(String text) {
        if (text.equals(UNMARKED)) {
            return new ReplacedStore(Optional.empty());
        }
        try {
            return new ReplacedStore(Optional.of(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("01234567-89ab-cdef-0123-456789abcdef | " + UNMARKED, e);
        }
    }

    /** Whether it is the one that a node has used last. */
    public boolean is(Optional<UUID> used) {
        return name.equals(used);
    }
}
