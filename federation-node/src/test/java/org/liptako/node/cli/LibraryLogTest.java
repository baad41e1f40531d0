package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
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

    @Test
    void saysNothingOfACallThatItsCallerEndedAndAllElse() {
        LibraryLog.join();
        Filter filter = Logger.getLogger("io.grpc.netty.NettyServerHandler").getFilter();

        assertThat(filter.isLoggable(told(new IOException("Stream closed before write could take place"))))
                .isFalse();
        assertThat(filter.isLoggable(told(new IOException("Connection reset")))).isTrue();
        assertThat(filter.isLoggable(new LogRecord(Level.WARNING, "Stream Error")))
                .isTrue();
    }

    private static LogRecord told(Exception thrown) {
        LogRecord told = new LogRecord(Level.WARNING, "Stream Error");
        told.setThrown(thrown);
        return told;
    }
}
