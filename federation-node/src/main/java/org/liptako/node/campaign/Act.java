package org.liptako.node.campaign;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person has done to a campaign or a copy of one, and why.
 *
 * @param by as the node identified them
 * @param reason in their words; empty if they have not said
 */
public record Act(Instant at, String by, Optional<String> reason) {
    private static final String OFFICER = " officer ";

    /** Whether a legal officer has done it. */
    boolean isAnOfficers() {
        return by.contains(OFFICER);
    }

    /** Their name, and their words in brackets. */
    String words() {
        return by + reason.map(why -> " (" + why + ")").orElse("");
    }
}
