package org.liptako.node.cli;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** What gRPC and others tell {@code java.util.logging}: into the one log of this process, in its form and at its levels. */
final class LibraryLog {
    private LibraryLog() {}

    /** Before the first library speaks; once for the process. */
    static void join() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
