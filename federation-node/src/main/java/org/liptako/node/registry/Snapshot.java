package org.liptako.node.registry;

import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** Reading what was committed at one moment, by as many statements as that takes, writing nothing. */
public final class Snapshot {
    /** Sent with the transaction's first word: asking a connection for its level, changing it and changing it back would each be a way to the server and back. */
    private static final String BEGIN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /** The same way to the server takes both. */
    private static final String BEGIN_PLANNED = BEGIN + "; SET LOCAL plan_cache_mode = force_generic_plan";

    private Snapshot() {}

    /** Gives what the reading gives. */
    public static <T, X extends Exception> T read(Jdbi jdbi, HandleCallback<T, X> reading) throws X {
        return read(jdbi, BEGIN, reading);
    }

    /**
     * The same for what is found by its identifier, whatever that is: the server plans each statement once for all, where to plan it anew each time would take
     * several times as long as to find it.
     */
    public static <T, X extends Exception> T find(Jdbi jdbi, HandleCallback<T, X> finding) throws X {
        return read(jdbi, BEGIN_PLANNED, finding);
    }

    private static <T, X extends Exception> T read(Jdbi jdbi, String begin, HandleCallback<T, X> reading) throws X {
        return jdbi.inTransaction(handle -> {
            handle.execute(begin);
            return reading.withHandle(handle);
        });
    }
}
