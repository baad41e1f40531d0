package org.liptako.node.cli.demo.stage;

/** A step of the story had another outcome than it should; the message says which. */
public final class UnexpectedOutcomeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnexpectedOutcomeException(String actual) {
        super(actual);
    }

    /** Goes on only if the condition holds. */
    public static void unless(boolean holds, String actual) {
        if (!holds) {
            throw new UnexpectedOutcomeException(actual);
        }
    }
}
