package org.liptako.node.cli.tour;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.wire.Sentence;

/**
 * One thing to do on the way.
 *
 * @param why what it is good for, and what to look at in the answer
 * @param words the command without {@code liptako}; what begins with {@code ./} or {@code @} is a file of the tour's directory
 * @param exitCode how it ends if all is as it should be
 * @param before what has to happen for the command to have something to show
 */
record Stop(
        Sentence title,
        Sentence why,
        List<String> words,
        int exitCode,
        @Nullable Happening before) {
    Stop {
        words = List.copyOf(words);
    }

    /** A command that does what it is asked. */
    static Stop done(Sentence title, Sentence why, String... words) {
        return new Stop(title, why, List.of(words), ExitCode.DONE, null);
    }

    /** A command whose answer is a "no". */
    static Stop refused(Sentence title, Sentence why, String... words) {
        return new Stop(title, why, List.of(words), ExitCode.NO, null);
    }

    /** A command that is shown a mistake in its input. */
    static Stop mistaken(Sentence title, Sentence why, String... words) {
        return new Stop(title, why, List.of(words), ExitCode.BAD_INPUT, null);
    }

    /** The same, once something else has happened. */
    Stop after(Happening happening) {
        return new Stop(title, why, words, exitCode, happening);
    }
}
