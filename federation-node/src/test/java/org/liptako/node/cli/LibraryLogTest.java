package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Handler;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.bridge.SLF4JBridgeHandler;

class LibraryLogTest {
    private final Logger root = Logger.getLogger("");
    private final Handler[] before = root.getHandlers();

    @AfterEach
    void putTheHandlersBack() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        for (Handler handler : before) {
            root.addHandler(handler);
        }
    }

    /** Else a line of gRPC's would stand on stderr in no JSON, and twice. */
    @Test
    void takesAllThatLibrariesSayIntoTheOneLog() {
        LibraryLog.join();

        assertThat(root.getHandlers()).singleElement().isInstanceOf(SLF4JBridgeHandler.class);
    }
}
