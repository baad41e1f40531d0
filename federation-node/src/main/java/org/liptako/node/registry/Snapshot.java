package org.liptako.node.registry;

import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** Reading what was committed at one moment, by as many statements as that takes, writing nothing. */
public final class Snapshot {
    /** Sent with the transaction's first word: asking a connection for its level, changing it and changing it back would each be a way to the server and back. */
    private static final String BEGIN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private Snapshot() {}

    /** Gives what the reading gives. */
    public static <T, X extends Exception> T read(Jdbi jdbi, HandleCallback<T, X> reading) throws X {
        return jdbi.inTransaction(handle -> {
            handle.execute(BEGIN);
            return reading.withHandle(handle);
        });
    }
}
