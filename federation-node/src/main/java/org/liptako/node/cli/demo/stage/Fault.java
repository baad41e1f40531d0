package org.liptako.node.cli.demo.stage;

/** What the demonstration can be told to break, to show that it notices: {@code --break}. */
public enum Fault {
    /** Nothing. */
    NONE,
    /** A rule says something else than the story expects. */
    WRONG_RULE,
    /** Burkina Faso's node is gone before the story begins. */
    MISSING_PEER,
    /** A byte of what Mali is about to give has changed on its disk. */
    CORRUPTED_CHUNK
}
