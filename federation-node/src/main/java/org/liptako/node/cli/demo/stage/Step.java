package org.liptako.node.cli.demo.stage;

import org.liptako.node.wire.Sentence;

/** One step of the story. */
public interface Step {
    /** Its name in reports, short and stable. */
    String name();

    /** What it is about, for the person who watches. */
    Sentence title();

    /** The outcome that it should have. */
    Sentence outcome();

    /** The same, as reports say it: in English. */
    default String expected() {
        return outcome().en();
    }

    /**
     * Plays it and says what the outcome was, in the words of {@link #expected} if it was that.
     *
     * @throws UnexpectedOutcomeException if it was another
     */
    String play(Scene scene);
}
