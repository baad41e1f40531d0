package org.liptako.node.cli;

/** Ends a command with one line on stderr, in the reader's language, and an exit code. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String french, String english) {
        super(Language.ofTerminal().choose(french, english));
        this.exitCode = exitCode;
    }

    /** The input is wrong: the sentence names which, where, and the mend. */
    public static CommandFailure badInput(String french, String english) {
        return new CommandFailure(ExitCode.BAD_INPUT, french, english);
    }

    /** What was asked was refused or failed its check. */
    public static CommandFailure refused(String french, String english) {
        return new CommandFailure(ExitCode.NO, french, english);
    }

    /** Something needed does not answer. */
    public static CommandFailure down(String french, String english) {
        return new CommandFailure(ExitCode.DOWN, french, english);
    }

    /** The code to exit with. */
    public int exitCode() {
        return exitCode;
    }
}
