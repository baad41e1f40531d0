package org.liptako.node.cli.tour;

import org.liptako.node.wire.Sentence;

/** Whoever takes the tour. */
@FunctionalInterface
interface TourReader {
    /** Whether to go on; may be long in coming. */
    boolean goesOn(Sentence question);
}
