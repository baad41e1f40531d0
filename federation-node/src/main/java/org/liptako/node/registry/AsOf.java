package org.liptako.node.registry;

import java.time.Instant;

/**
 * What the registry is asked of: how things stood at one instant, as it was known at another.
 *
 * @param latest whether that is what is known last, for which the registry has indexes of its own
 */
public record AsOf(Instant held, Instant known, boolean latest) {
    /** How things stood at an instant, as it is known last. */
    public static AsOf knownNow(Instant held, Instant now) {
        return new AsOf(held, now, true);
    }

    /** How things stood at an instant, as it was known at another. */
    public static AsOf knownThen(Instant held, Instant known) {
        return new AsOf(held, known, false);
    }

    /** The condition on a statement's two times; written out, so that the indexes over what is known last serve it. */
    String condition() {
        return condition("");
    }

    /** The same with parameters of these names' own, for a statement that asks as of several times. */
    String condition(String suffix) {
        return (latest
                        ? " AND known_to = 'infinity'"
                        : " AND known_from <= :known" + suffix + " AND known_to > :known" + suffix)
                + " AND held_from <= :held" + suffix + " AND held_to > :held" + suffix;
    }
}
