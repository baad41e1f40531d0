package org.liptako.node.wire;

import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Logs what failed and is tried again: with where it came from, but in one line where the database is away, for then it fails at every look until it is back.
 */
public final class Faults {
    private Faults() {}

    /** A fault that mends itself. */
    public static void warn(Logger log, Throwable thrown, String what, Object... arguments) {
        log(log.atLevel(Level.WARN), thrown, what, arguments);
    }

    /** A fault that someone should look at. */
    public static void error(Logger log, Throwable thrown, String what, Object... arguments) {
        log(log.atLevel(Level.ERROR), thrown, what, arguments);
    }

    private static void log(LoggingEventBuilder event, Throwable thrown, String what, Object... arguments) {
        LoggingEventBuilder told = event;
        for (Object argument : arguments) {
            told = told.addArgument(argument);
        }
        if (DatabaseOutage.isBehind(thrown)) {
            told.log(what + " The database does not answer.");
        } else {
            told.setCause(thrown).log(what);
        }
    }
}
