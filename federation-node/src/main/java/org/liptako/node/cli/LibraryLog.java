package org.liptako.node.cli;

import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** What gRPC and others tell {@code java.util.logging}: into the one log of this process, in its form and at its levels. */
final class LibraryLog {
    /** Held here, for a logger that nobody holds forgets its filter. */
    private static final Logger STREAMS = Logger.getLogger("io.grpc.netty.NettyServerHandler");

    private static final String ENDED = "Stream closed before write could take place";

    private LibraryLog() {}

    /** Before the first library speaks; once for the process. */
    static void join() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        STREAMS.setFilter(LibraryLog::isNews);
    }

    /** A caller may end a call while an answer waits for it. gRPC warns of that with a stack for each, and of a copy's connections all at once; the room that serves them says it in a line. */
    private static boolean isNews(LogRecord told) {
        Throwable thrown = told.getThrown();
        return thrown == null || !ENDED.equals(thrown.getMessage());
    }
}
