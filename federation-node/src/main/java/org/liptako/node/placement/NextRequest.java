package org.liptako.node.placement;

import java.util.Optional;
import org.liptako.node.journal.event.RequestId;

/**
 * What asking for something now would be.
 *
 * @param name what the request is called; it follows from what is asked
 * @param before the last that was made for the same, in words
 */
public record NextRequest(RequestId name, Optional<WordedPlacement> before) {

    /** Whether it was asked already and is not at its end: asking again asks for nothing new. */
    public boolean isMade() {
        return before.map(WordedPlacement::request).filter(name::equals).isPresent();
    }
}
