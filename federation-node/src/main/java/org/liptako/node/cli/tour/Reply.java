package org.liptako.node.cli.tour;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody means by a line typed at a question of the tour. */
enum Reply {
    GO_ON,
    LEAVE,
    /** Neither: it is asked again, for whoever mistypes has not asked for anything to run. */
    UNCLEAR;

    /** @param typed null at the end of input */
    static Reply of(@Nullable String typed) {
        if (typed == null) {
            return LEAVE;
        }
        return switch (typed.strip().toLowerCase(Locale.ROOT)) {
            case "" -> GO_ON;
            case "q", "quit", "quitter", "exit" -> LEAVE;
            default -> UNCLEAR;
        };
    }
}
