package org.liptako.node.wire;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that does not answer from every other fault, by what JDBC throws. */
public final class DatabaseOutage {
    /** Shut down by an administrator, by a crash, still starting, no connection left (PostgreSQL, appendix A). */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private static final String CONNECTION_CLASS = "08";
    /** Deeper than any room wraps a cause; a chain that bites its own tail must not hold the call. */
    private static final int DEEPEST = 16;

    private DatabaseOutage() {}

    /** Whether the database's silence is what this failure comes from. */
    public static boolean isBehind(@Nullable Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && isOutage(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** As a failure of ours, for whoever asked. */
    public static Failure failure(@Nullable Throwable cause) {
        return new Failure(ErrorCode.DATABASE_DOWN, ErrorCode.DATABASE_DOWN.meaning(), cause);
    }

    private static boolean isOutage(SQLException thrown) {
        if (thrown instanceof SQLTransientConnectionException
                || thrown instanceof SQLNonTransientConnectionException
                || thrown instanceof SQLRecoverableException) {
            return true;
        }
        String state = thrown.getSQLState();
        return state != null && (state.startsWith(CONNECTION_CLASS) || STATES.contains(state));
    }
}
