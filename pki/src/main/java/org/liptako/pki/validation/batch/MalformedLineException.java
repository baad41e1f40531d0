package org.liptako.pki.validation.batch;

/** A line of a batch is no case. */
public final class MalformedLineException extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final LineFault fault;

    MalformedLineException(long line, LineFault fault) {
        super("Line " + line + " of the standard input is no case: expected " + fault.english() + ".");
        this.line = line;
        this.fault = fault;
    }

    /** The line, counted from 1. */
    public long line() {
        return line;
    }

    public LineFault fault() {
        return fault;
    }
}
