package org.liptako.node.cli;

/** How a command ends, for the scripts that call it. */
public final class ExitCode {
    /** What was asked has been done. */
    public static final int DONE = 0;

    /** A "no": refused, invalid, or a failed check. */
    public static final int NO = 1;

    /** Wrong usage or bad input; one line on stderr names the input, the place and the mend. */
    public static final int BAD_INPUT = 2;

    /** Something that the command needs is down. */
    public static final int DOWN = 3;

    private ExitCode() {}
}
